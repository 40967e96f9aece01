package dev.ziffer.twilio;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has the JVM look a host up within a time, so that whoever connects next finds the address in the JVM's cache.
 *
 * <p>A lookup cannot be interrupted and may take as long as the system's resolver likes, so it runs on a thread of its
 * own. That is spared while the cache surely has the host. It keeps an address for 30 seconds unless it is told otherwise
 * and gives the same object as long: when an object is new, it was looked up after the last time that the one before was
 * seen.
 *
 * @see InetAddress
 */
final class HostLookup {

    /** What the JVM does, within which {@link InetAddress#getByName} blocks. */
    interface Resolver {
        InetAddress lookUp(String host) throws UnknownHostException;
    }

    /** A second less than the JVM keeps it, for the time between looking here and connecting. */
    private static final Duration KEPT = Duration.ofSeconds(29);

    /** Not virtual ones: a lookup holds on to the carrier. There are at most as many as hosts. */
    private static final Executor THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("twilio-host-lookup-", 0).factory());

    /**
     * What was seen of a host.
     *
     * @param address the last address found
     * @param seenAt before it was last found
     * @param keptUntil when the JVM may look it up again
     */
    private record Seen(InetAddress address, long seenAt, long keptUntil) {}

    private final Resolver resolver;
    private final Pauses pauses;
    private final ConcurrentMap<String, Seen> seen = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, FutureTask<InetAddress>> running = new ConcurrentHashMap<>();

    HostLookup(Resolver resolver, Pauses pauses) {
        this.resolver = resolver;
        this.pauses = pauses;
    }

    /** Waits until the host is found, but not longer than this. */
    void find(String host, Duration longest) throws UnknownHostException, TimeoutException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Seen last = seen.get(host);
        if (last != null && pauses.nanoTime() - last.keptUntil() < 0) {
            return;
        }
        try {
            running.computeIfAbsent(host, this::start).get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            var unknown = new UnknownHostException(host);
            unknown.initCause(e.getCause());
            throw unknown;
        }
    }

    private FutureTask<InetAddress> start(String host) {
        var task = new FutureTask<>(() -> lookUp(host));
        THREADS.execute(task);
        return task;
    }

    private InetAddress lookUp(String host) throws UnknownHostException {
        try {
            long now = pauses.nanoTime();
            InetAddress address = resolver.lookUp(host);
            seen.merge(host, new Seen(address, now, now), HostLookup::next);
            return address;
        } finally {
            running.remove(host);
        }
    }

    @SuppressWarnings("ReferenceEquality") // an equal address may have been looked up again
    private static Seen next(Seen last, Seen now) {
        boolean kept = last.address() == now.address();
        return new Seen(now.address(), now.seenAt(), kept ? last.keptUntil() : last.seenAt() + KEPT.toNanos());
    }
}
