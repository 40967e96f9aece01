package dev.ziffer.verification.jdbc;

import java.time.Duration;

/** Waits as HTTP tells them. */
final class Waits {

    private Waits() {}

    /** Whole seconds between two times in milliseconds, rounded up; one at least. */
    static Duration between(long now, long then) {
        return Duration.ofSeconds(Math.max(1, Math.ceilDiv(then - now, 1_000L)));
    }
}
