package dev.ziffer.twilio;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Time as the client sees it, so that tests need not wait. */
interface Pauses {

    /** Real time. */
    Pauses REAL = new Pauses() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }

        @Override
        public double jitter() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    /** See {@link System#nanoTime()}. */
    long nanoTime();

    /** Waits. */
    void pause(Duration duration) throws InterruptedException;

    /** A random number, at least 0 and below 1. */
    double jitter();
}
