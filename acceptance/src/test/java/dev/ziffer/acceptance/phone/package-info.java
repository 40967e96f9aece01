/** The sandbox's page that is a phone, in a real browser. */
@NullMarked
package dev.ziffer.acceptance.phone;

import org.jspecify.annotations.NullMarked;
