package dev.ziffer.verification.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. Each begins when nothing counts any more that others have timed. */
public final class SettableClock extends Clock {

    private static final Duration LONGEST_LIMIT = Duration.ofDays(2);

    private static final AtomicReference<Instant> LATEST = new AtomicReference<>(Instant.parse("2026-11-23T09:00:00Z"));

    private final AtomicReference<Instant> now =
            new AtomicReference<>(LATEST.updateAndGet(latest -> latest.plus(LONGEST_LIMIT)));

    /** Moves the clock, forward or back. */
    public void move(Duration by) {
        Instant moved = now.updateAndGet(instant -> instant.plus(by));
        LATEST.accumulateAndGet(moved, (a, b) -> a.isAfter(b) ? a : b);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the store asks for instants only");
    }
}
