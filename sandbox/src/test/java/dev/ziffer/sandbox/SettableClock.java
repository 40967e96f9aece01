package dev.ziffer.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to go on. */
final class SettableClock extends Clock {

    private volatile Instant now = Instant.parse("2026-01-31T12:00:00Z");
    private volatile boolean broken;

    void advance(Duration time) {
        now = now.plus(time);
    }

    /** From now on it cannot be read. */
    void breakDown() {
        broken = true;
    }

    @Override
    public Instant instant() {
        if (broken) {
            throw new IllegalStateException("the clock is broken");
        }
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
