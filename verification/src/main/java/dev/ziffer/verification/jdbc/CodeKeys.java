package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.VerificationKeys;
import dev.ziffer.verification.VerificationKeys.CodeKey;

/** The live code keys at one moment; the previous one is the primary one again if there is no other. */
record CodeKeys(CodeKey primary, CodeKey previous) {

    static CodeKeys of(VerificationKeys keys) {
        CodeKey primary = keys.primaryCodeKey();
        return new CodeKeys(primary, keys.previousCodeKey().orElse(primary));
    }

    /** The live key of this name. */
    CodeKey named(String name) {
        return name.equals(primary.name()) ? primary : previous;
    }

    /** Whether there are two. */
    boolean rotated() {
        return !primary.name().equals(previous.name());
    }
}
