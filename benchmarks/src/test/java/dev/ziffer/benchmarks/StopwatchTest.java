package dev.ziffer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StopwatchTest {

    @Test
    void ordersLatenciesBeforeItTakesTheirQuantiles() {
        Stopwatch stopwatch = new Stopwatch();
        for (int millis = 100; millis >= 1; millis--) {
            stopwatch.add(millis * 1_000_000L);
        }
        assertThat(stopwatch.latency()).isEqualTo(new Step.Latency(50, 99));
    }

    @Test
    void saysZeroOfNothing() {
        assertThat(new Stopwatch().latency()).isEqualTo(new Step.Latency(0, 0));
    }

    @Test
    void takesMoreThanItHadRoomFor() {
        Stopwatch stopwatch = new Stopwatch();
        for (int i = 0; i < 200_000; i++) {
            stopwatch.add(3_000_000);
        }
        assertThat(stopwatch.latency()).isEqualTo(new Step.Latency(3, 3));
    }
}
