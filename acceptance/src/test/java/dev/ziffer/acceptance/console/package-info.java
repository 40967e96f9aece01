/** The operator's console, in a browser. */
@NullMarked
package dev.ziffer.acceptance.console;

import org.jspecify.annotations.NullMarked;
