package dev.ziffer.twilio;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How tests look hosts up: as the JVM does, but those under {@code slow.test}, all this machine, when they are told to. */
public final class SlowHosts extends InetAddressResolverProvider {

    private static final ConcurrentMap<String, CountDownLatch> ANSWERED = new ConcurrentHashMap<>();

    /** Lets a host be found. */
    static void answer(String host) {
        latch(host).countDown();
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver builtin = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (!host.endsWith(".slow.test")) {
                    return builtin.lookupByName(host, policy);
                }
                awaitQuietly(latch(host));
                return Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtin.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "slow hosts";
    }

    private static CountDownLatch latch(String host) {
        return ANSWERED.computeIfAbsent(host, name -> new CountDownLatch(1));
    }

    /** As deaf to interrupts as the system's resolver. */
    private static void awaitQuietly(CountDownLatch latch) throws UnknownHostException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() - end < 0) {
            try {
                if (latch.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                // goes on
            }
        }
        throw new UnknownHostException("nobody answered");
    }
}
