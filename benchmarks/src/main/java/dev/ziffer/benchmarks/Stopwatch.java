package dev.ziffer.benchmarks;

import java.util.Arrays;

/** Collects latencies; not thread-safe. */
final class Stopwatch {

    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1 << 16];
    private int count;

    void add(long latencyNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = latencyNanos;
    }

    Step.Latency latency() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return new Step.Latency(quantile(sorted, 0.50), quantile(sorted, 0.99));
    }

    /** The smallest of the sorted latencies that this share of them does not exceed, in milliseconds; 0 for none. */
    private static double quantile(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_PER_MILLI;
    }
}
