/** The browser that the tests of pages use. */
@NullMarked
package dev.ziffer.acceptance.browser;

import org.jspecify.annotations.NullMarked;
