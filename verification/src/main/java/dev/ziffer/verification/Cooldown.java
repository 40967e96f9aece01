package dev.ziffer.verification;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How long to wait between two sends to a number: each wait is twice the one before, up to the longest. Once a wait has
 * been over for as long as the longest, the next is the first again.
 *
 * @param kind what shares this cooldown, such as {@code pages}; 1 to 32 printable ASCII characters
 * @param first the wait after the first send; 1 s or more
 * @param longest the longest wait; at least {@code first}, at most a day
 */
public record Cooldown(String kind, Duration first, Duration longest) {

    private static final Pattern KIND = Pattern.compile("[!-~]{1,32}");

    /** The cooldown of hosted pages: 30 seconds, growing to 120. */
    public static final Cooldown PAGES = new Cooldown("pages", Duration.ofSeconds(30), Duration.ofSeconds(120));

    /** Rejects values out of bounds with {@link IllegalArgumentException}. */
    public Cooldown {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("kind must be 1 to 32 printable ASCII characters");
        }
        if (first.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("first must be 1 s or more");
        }
        if (longest.compareTo(first) < 0 || longest.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("longest must be at least first and at most a day");
        }
    }
}
