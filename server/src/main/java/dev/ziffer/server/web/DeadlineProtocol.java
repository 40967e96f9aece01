package dev.ziffer.server.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 with one deadline for everything that a client sends of a request: line, headers and body, also the part of
 * the body that nobody reads. Tomcat's own time-outs are for one read each, so that a byte now and then keeps a
 * connection, and its memory, for ever.
 *
 * <p>A request that is not there in time is told that nothing more comes. It ends as if the client had gone; an answer
 * that is on its way is still written.
 */
public final class DeadlineProtocol extends Http11NioProtocol {

    private static final int LOOKS_PER_DEADLINE = 10;

    private final Set<Reading> readings = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private Duration deadline = Duration.ofSeconds(20);
    private @Nullable ScheduledFuture<?> looking;

    /** How long a request may take to arrive, from its first byte. */
    public void setDeadline(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    protected Processor createProcessor() {
        Reading reading = new Reading(this, getAdapter());
        readings.add(reading);
        return reading;
    }

    @Override
    public void start() throws Exception {
        super.start();
        long pause = deadline.toMillis() / LOOKS_PER_DEADLINE;
        looking = getUtilityExecutor().scheduleWithFixedDelay(this::endLate, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (looking != null) {
            looking.cancel(false);
            looking = null;
        }
        super.stop();
    }

    private void endLate() {
        long now = System.nanoTime();
        for (Reading reading : readings.toArray(Reading[]::new)) {
            reading.endIfLate(now - deadline.toNanos());
        }
    }

    /** Reads the requests of one connection at a time. */
    private static final class Reading extends Http11Processor {

        Reading(Http11NioProtocol protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        /**
         * Ends the reading of a request that began before {@code latest} and is not there yet. Another thread reads it
         * meanwhile. It may have gone on to the next request, or the next connection, by the time it is ended; so the
         * connection is looked up first, and what can be hit by mistake is one that was late a moment ago.
         */
        void endIfLate(long latest) {
            SocketWrapperBase<?> connection = getSocketWrapper();
            long began = getRequest().getStartTimeNanos();
            if (connection != null && began >= 0 && began - latest < 0 && !isRequestBodyFullyRead()) {
                try {
                    ((NioChannel) connection.getSocket()).getIOChannel().shutdownInput();
                } catch (IOException e) {
                    // It has ended by itself.
                }
            }
        }
    }
}
