package dev.ziffer.benchmarks;

/**
 * What one step of the load measured: a number of connections, each verifying one number after the other.
 *
 * @param connections how many at once
 * @param cycles numbers verified: one send and one right check each
 * @param failures answers other than 204
 * @param firstFailure the first of them, shortened; empty if there is none
 * @param seconds how long it took
 * @param cpuMillisPerCycle time on a processor that the server took for a cycle
 * @param send latency of sends
 * @param check latency of checks
 */
record Step(
        int connections,
        long cycles,
        long failures,
        String firstFailure,
        double seconds,
        double cpuMillisPerCycle,
        Latency send,
        Latency check) {

    double cyclesPerSecond() {
        return cycles / seconds;
    }

    /**
     * Two quantiles of a latency, in milliseconds.
     *
     * @param p50 half of the answers came in this time
     * @param p99 99 of 100 did
     */
    record Latency(double p50, double p99) {}
}
