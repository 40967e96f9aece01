package dev.ziffer.verification;

import java.time.Duration;

/**
 * So many permits in any window of time, wherever the window begins.
 *
 * @param permits how many; 1 to 1,000,000
 * @param window how long a permit counts; 1 ms to 365 days, in whole milliseconds
 */
public record Rate(int permits, Duration window) {

    private static final int MOST = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(365);

    /** Rejects values out of bounds with {@link IllegalArgumentException}. */
    public Rate {
        if (permits < 1 || permits > MOST) {
            throw new IllegalArgumentException("permits must be 1 to " + MOST);
        }
        if (window.toMillis() < 1 || window.compareTo(LONGEST) > 0 || window.toNanosPart() % 1_000_000 != 0) {
            throw new IllegalArgumentException("window must be 1 ms to 365 days, in whole milliseconds");
        }
    }
}
