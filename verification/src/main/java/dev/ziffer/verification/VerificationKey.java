package dev.ziffer.verification;

import java.util.regex.Pattern;

/**
 * What a verification is found by: whose number, what for, and who asked.
 *
 * @param number the number to be proven
 * @param purpose what the proof is for, such as {@code SignIn}; 1 to 64 printable ASCII characters. A code for one
 *     purpose opens no other
 * @param binding who may check the code: the calling application's id, or a browser session's own id; 1 to 128
 *     printable ASCII characters. It is stored as it is, so it must not be a secret
 */
public record VerificationKey(PhoneNumber number, String purpose, String binding) {

    private static final Pattern PURPOSE = Pattern.compile("[!-~]{1,64}");
    private static final Pattern BINDING = Pattern.compile("[!-~]{1,128}");

    /** Rejects a purpose or a binding of another form with {@link IllegalArgumentException}. */
    public VerificationKey {
        if (!PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("purpose must be 1 to 64 printable ASCII characters");
        }
        if (!BINDING.matcher(binding).matches()) {
            throw new IllegalArgumentException("binding must be 1 to 128 printable ASCII characters");
        }
    }
}
