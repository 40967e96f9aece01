package dev.ziffer.acceptance;

import java.util.concurrent.atomic.AtomicInteger;

/** Phone numbers to send to, each used by one test only, so that no limit of one is another's. */
public final class Numbers {

    private static final AtomicInteger NEXT = new AtomicInteger(10_000_000);

    private Numbers() {}

    /** A German mobile number that no other test has: digits with the country code, without a plus sign. */
    public static String fresh() {
        return "49151" + NEXT.getAndIncrement();
    }
}
