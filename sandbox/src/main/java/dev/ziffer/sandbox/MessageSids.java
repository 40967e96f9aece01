package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Gives messages their places and SIDs. A SID is {@code SM}, the place in 16 hexadecimal digits and 16 random ones, so
 * that a list can be continued after a message that is no longer there.
 */
final class MessageSids {

    private static final Pattern FORM = Pattern.compile("SM[0-9a-f]{32}");
    private static final HexFormat HEX = HexFormat.of();

    private final AtomicLong last;

    /** Starts at the time, so that a restarted sandbox does not give a place twice. */
    MessageSids(Instant now) {
        last = new AtomicLong(now.toEpochMilli() << 20);
    }

    long next() {
        return last.incrementAndGet();
    }

    static String sid(long sequence) {
        return "SM" + hex(sequence) + hex(ThreadLocalRandom.current().nextLong());
    }

    /** A place in 16 digits, so that their order as text is theirs. */
    static String hex(long sequence) {
        return HEX.toHexDigits(sequence);
    }

    /** The place in a SID, or empty if it is none of ours. */
    static OptionalLong sequence(String sid) {
        return FORM.matcher(sid).matches()
                ? OptionalLong.of(HexFormat.fromHexDigitsToLong(sid, 2, 18))
                : OptionalLong.empty();
    }
}
