package dev.ziffer.verification;

/**
 * What a verification is found by: whose number, what for, and who asked.
 *
 * @param number the number to be proven
 * @param purpose what the proof is for, such as {@code SignIn}; 1 to 64 characters. A code for one purpose opens no other
 * @param binding who may check the code: the calling application's id, or a browser session's own id; 1 to 128
 *     characters. It is stored as it is, so it must not be a secret
 */
public record VerificationKey(PhoneNumber number, String purpose, String binding) {

    private static final int LONGEST_PURPOSE = 64;
    private static final int LONGEST_BINDING = 128;

    /** Rejects a purpose or a binding that is empty or too long with {@link IllegalArgumentException}. */
    public VerificationKey {
        if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
            throw new IllegalArgumentException("purpose must have 1 to " + LONGEST_PURPOSE + " characters");
        }
        if (binding.isEmpty() || binding.length() > LONGEST_BINDING) {
            throw new IllegalArgumentException("binding must have 1 to " + LONGEST_BINDING + " characters");
        }
    }
}
