package dev.ziffer.verification;

import java.time.Duration;

/**
 * How a new verification is made. One that is live keeps the policy it was started with.
 *
 * @param codeLength digits of the code; 4 to 10
 * @param lifetime how long the code is valid; 1 to 60 minutes
 * @param maxAttempts how many codes are compared at most; 1 to 100
 */
public record Policy(int codeLength, Duration lifetime, int maxAttempts) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(60);

    /** Six digits, ten minutes, five attempts. */
    public static final Policy DEFAULT = new Policy(6, Duration.ofMinutes(10), 5);

    /** Rejects values out of bounds with {@link IllegalArgumentException}. */
    public Policy {
        if (codeLength < 4 || codeLength > 10) {
            throw new IllegalArgumentException("codeLength must be 4 to 10");
        }
        if (lifetime.compareTo(SHORTEST) < 0 || lifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("lifetime must be 1 to 60 minutes");
        }
        if (maxAttempts < 1 || maxAttempts > 100) {
            throw new IllegalArgumentException("maxAttempts must be 1 to 100");
        }
    }
}
