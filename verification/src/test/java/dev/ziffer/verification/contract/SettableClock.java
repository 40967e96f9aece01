package dev.ziffer.verification.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. Each begins after all that the ones before it have limited. */
public final class SettableClock extends Clock {

    private static final AtomicInteger CLOCKS = new AtomicInteger();

    private final AtomicReference<Instant> now = new AtomicReference<>(
            Instant.parse("2026-11-23T09:00:00Z").plus(Duration.ofDays(400L * CLOCKS.getAndIncrement())));

    /** Moves the clock, forward or back. */
    public void move(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
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
