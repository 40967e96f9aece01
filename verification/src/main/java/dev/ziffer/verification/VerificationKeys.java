package dev.ziffer.verification;

import java.util.Optional;

/** The keys of the verifications. They compute; what they are made of is nobody's to see. */
public interface VerificationKeys {

    /** The key that new codes are made with. */
    CodeKey primaryCodeKey();

    /**
     * The key before the primary one, for codes that are still live; it must stay for one longest lifetime (60 minutes)
     * after a rotation.
     */
    Optional<CodeKey> previousCodeKey();

    /** The key that hides phone numbers, and other subjects of limits, at rest. It never changes. */
    Prf phoneIndex();

    /**
     * A named key of codes.
     *
     * @param name kept with a verification to find the key again; 1 to 64 characters
     * @param prf the key's function
     */
    record CodeKey(String name, Prf prf) {

        /** Rejects a name of another length with {@link IllegalArgumentException}. */
        public CodeKey {
            if (name.isEmpty() || name.length() > 64) {
                throw new IllegalArgumentException("name must be 1 to 64 characters");
            }
        }
    }

    /** A keyed pseudorandom function, such as HMAC-SHA-256. */
    @FunctionalInterface
    interface Prf {

        /** The function's value: at least 32 bytes, always the same for the same input. */
        byte[] compute(byte[] input);
    }
}
