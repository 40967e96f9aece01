package dev.ziffer.server.messages;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the provider is asked how far a message is: soon after its last change, then less and less often. */
final class FollowUp {

    /** How long after the last change. What is only sent after the last of them stays so. */
    static final List<Duration> UNDER_WAY = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofHours(1));

    /** How long after the last change, where only the price is missing; providers book it some time later. */
    static final List<Duration> UNPRICED = UNDER_WAY.subList(3, UNDER_WAY.size());

    /** How long it is tried while the provider does not answer, and how often after the last of the times above. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Duration HOUR = Duration.ofHours(1);

    private FollowUp() {}

    /**
     * When to ask next.
     *
     * @param priced whether the price is known
     * @param changedAt when the state last changed
     * @return null for never again
     */
    static @Nullable Instant next(MessageState state, boolean priced, Instant changedAt, Instant now) {
        Duration age = Duration.between(changedAt, now);
        return waits(state, priced).stream()
                .filter(wait -> wait.compareTo(age) > 0)
                .findFirst()
                .map(changedAt::plus)
                .orElse(null);
    }

    /** When to ask again if the asking just now failed. */
    static @Nullable Instant afterFailure(MessageState state, boolean priced, Instant changedAt, Instant now) {
        Instant next = next(state, priced, changedAt, now);
        if (next != null) {
            return next;
        }
        return changedAt.plus(LONGEST).isAfter(now) ? now.plus(HOUR) : null;
    }

    private static List<Duration> waits(MessageState state, boolean priced) {
        if (!state.last()) {
            return UNDER_WAY;
        }
        boolean charged = !state.bad() || state == MessageState.UNDELIVERED;
        return charged && !priced ? UNPRICED : List.of();
    }
}
