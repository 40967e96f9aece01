package dev.ziffer.benchmarks;

import java.util.concurrent.atomic.AtomicInteger;

/** German mobile numbers, each given out once; as digits, in their international form. */
final class Phones {

    private static final String PREFIX = "49151";

    private final AtomicInteger given = new AtomicInteger(10_000_000);

    String next() {
        return PREFIX + given.getAndIncrement();
    }
}
