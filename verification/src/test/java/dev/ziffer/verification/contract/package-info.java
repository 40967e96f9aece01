/** What every store of verifications does, as tests that a store's own test extends. */
@NullMarked
package dev.ziffer.verification.contract;

import org.jspecify.annotations.NullMarked;
