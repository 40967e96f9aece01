/** The API as its description promises it: what it answers, what it refuses, and what never leaves it. */
@NullMarked
package dev.ziffer.acceptance.api;

import org.jspecify.annotations.NullMarked;
