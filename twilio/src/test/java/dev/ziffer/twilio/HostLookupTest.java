package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When the JVM is asked for a host, and how long for. */
@Timeout(20)
final class HostLookupTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final String HOST = "api.example.com";

    private final TestPauses time = new TestPauses();
    private final AtomicInteger lookups = new AtomicInteger();
    private InetAddress cached = newAddress();
    private final HostLookup lookup = new HostLookup(this::lookUp, time);

    @Test
    void asksEachTimeUntilItSeesTheJvmLookTheHostUp() throws Exception {
        assertThat(lookupsOf(3)).isEqualTo(3);
    }

    @Test
    void asksNoMoreWhileTheJvmKeepsWhatItHasJustLookedUp() throws Exception {
        find();
        time.pause(Duration.ofSeconds(10));
        cached = newAddress();

        assertThat(lookupsOf(3)).isEqualTo(1);
        time.pause(Duration.ofSeconds(18));
        assertThat(lookupsOf(3)).isZero();
        time.pause(Duration.ofSeconds(2));
        assertThat(lookupsOf(3)).isEqualTo(3);
    }

    @Test
    void countsFromTheLastTimeThatTheOldAddressWasSeen() throws Exception {
        find();
        time.pause(Duration.ofSeconds(20));
        find();
        time.pause(Duration.ofSeconds(28));
        cached = newAddress(); // it may have been looked up 28 seconds ago

        assertThat(lookupsOf(3)).isEqualTo(1);
        time.pause(Duration.ofSeconds(2));
        assertThat(lookupsOf(3)).isEqualTo(3);
    }

    @Test
    void waitsNoLongerThanItMayAndNotForEachCallerAnew() throws Exception {
        var answered = new CountDownLatch(1);
        var slow = new HostLookup(
                host -> {
                    lookups.incrementAndGet();
                    awaitQuietly(answered);
                    return cached;
                },
                time);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> slow.find(HOST, Duration.ofMillis(50))).isInstanceOf(TimeoutException.class);
        }
        answered.countDown();
        slow.find(HOST, LONG);

        assertThat(lookups.get()).isBetween(1, 2); // the last call may have come after the first lookup's end
    }

    @Test
    void saysThatAHostIsUnknownEachTime() {
        var unknown = new HostLookup(
                host -> {
                    lookups.incrementAndGet();
                    throw new UnknownHostException(host);
                },
                time);

        for (int i = 1; i <= 3; i++) {
            assertThatThrownBy(() -> unknown.find(HOST, LONG)).isInstanceOf(UnknownHostException.class);
            assertThat(lookups).hasValue(i);
        }
    }

    @Test
    void theJvmGivesTheSameObjectWhileItKeepsAnAddress() throws Exception {
        SlowHosts.answer("kept.slow.test");

        InetAddress first = InetAddress.getAllByName("kept.slow.test")[0];

        assertThat(InetAddress.getAllByName("kept.slow.test")[0]).isSameAs(first);
    }

    private int lookupsOf(int calls) throws Exception {
        int before = lookups.get();
        for (int i = 0; i < calls; i++) {
            find();
        }
        return lookups.get() - before;
    }

    private void find() throws Exception {
        lookup.find(HOST, LONG);
    }

    private InetAddress lookUp(String host) {
        lookups.incrementAndGet();
        return cached;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InetAddress newAddress() {
        try {
            return InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
