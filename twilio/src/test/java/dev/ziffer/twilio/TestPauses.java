package dev.ziffer.twilio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only in pauses, which take no time. */
final class TestPauses implements Pauses {

    final List<Duration> taken = new ArrayList<>();
    double jitter;
    private long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        taken.add(duration);
        now += duration.toNanos();
    }

    @Override
    public double jitter() {
        return jitter;
    }
}
