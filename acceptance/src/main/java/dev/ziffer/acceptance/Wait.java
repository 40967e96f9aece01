package dev.ziffer.acceptance;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waiting for something to come true by looking again and again. */
public final class Wait {

    /** Long enough for a busy machine; a test that gets there has failed. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long PAUSE_MILLIS = 10;

    private Wait() {}

    /** Returns when {@code condition} is true; fails with {@code what} when it never is. */
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long began = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new AssertionError("waited in vain until " + what);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
