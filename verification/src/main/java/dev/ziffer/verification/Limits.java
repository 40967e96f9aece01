package dev.ziffer.verification;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much a start may take. Every limit is decided by the store, for all servers together.
 *
 * @param sends sends to the number, over all purposes and bindings; at most 1,000
 * @param wrongTries wrong codes that may be tried for the number and the purpose; at most 1,000. A new verification reserves all its
 *     attempts until a window after it expires, a resend none. An approval clears its own, and those of verifications that
 *     had expired by then; one that can still be tried keeps them
 * @param cooldown the wait between two sends, or null for none
 * @param installation sends to all numbers together, or null for no limit
 * @param holder who has sends, wrong tries and a cooldown of their own for this number, such as the hash of a device's
 *     cookie; null: everybody who does not say, together; 1 to 64 characters of base64url
 */
public record Limits(
        Rate sends,
        Rate wrongTries,
        @Nullable Cooldown cooldown,
        @Nullable Rate installation,
        @Nullable String holder) {

    private static final int MOST = 1_000;
    private static final Pattern HOLDER = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * Ten sends in ten minutes, a hundred wrong tries in a day, no cooldown, a thousand sends of all in ten minutes.
     *
     * @see <a href="https://pages.nist.gov/800-63-4/sp800-63b.html#throttle">NIST SP 800-63B, Rate Limiting</a>
     */
    public static final Limits DEFAULT = new Limits(
            new Rate(10, Duration.ofMinutes(10)),
            new Rate(100, Duration.ofHours(24)),
            null,
            new Rate(1_000, Duration.ofMinutes(10)),
            null);

    /** Rejects values out of bounds with {@link IllegalArgumentException}. */
    public Limits {
        if (sends.permits() > MOST || wrongTries.permits() > MOST) {
            throw new IllegalArgumentException("sends and wrongTries must be at most " + MOST);
        }
        if (holder != null && !HOLDER.matcher(holder).matches()) {
            throw new IllegalArgumentException("holder must be 1 to 64 characters of base64url");
        }
    }

    /** These limits with this cooldown, or none. */
    public Limits withCooldown(@Nullable Cooldown other) {
        return new Limits(sends, wrongTries, other, installation, holder);
    }

    /** These limits with this limit of the whole installation, or none. */
    public Limits withInstallation(@Nullable Rate other) {
        return new Limits(sends, wrongTries, cooldown, other, holder);
    }

    /** These limits for this holder, or for everybody who does not say. */
    public Limits withHolder(@Nullable String other) {
        return new Limits(sends, wrongTries, cooldown, installation, other);
    }
}
