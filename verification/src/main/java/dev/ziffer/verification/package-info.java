/** Proving that a person holds a phone number: numbers, codes, verifications, and the limits on all of them. */
@NullMarked
package dev.ziffer.verification;

import org.jspecify.annotations.NullMarked;
