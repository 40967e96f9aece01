package dev.ziffer.sandbox;

import dev.ziffer.sandbox.CallbackFault.Telling;
import dev.ziffer.sandbox.CallbackLog.Entry;
import dev.ziffer.sandbox.CallbackLog.Outcome;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells programs on this machine what becomes of their messages, by status callbacks. Those of one message come one
 * after the other. At most 5,000 messages are followed and 16 callbacks are under way at a time; no method blocks.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">Twilio, track outbound
 *     message status</a>
 */
final class Callbacks implements AutoCloseable {

    private static final int MAX_FOLLOWED = 5_000;
    private static final int MAX_AT_ONCE = 16;

    /** How often the clock is looked at while something is due later. */
    private static final Duration TICK = Duration.ofMillis(20);

    /**
     * A message of which something is still to be told.
     *
     * @param round how often everything had been forgotten when it was created
     */
    private record Followed(Message message, String url, String authToken, List<Telling> rest, int round) {

        Instant due() {
            return rest.getFirst().at();
        }
    }

    private final PriorityBlockingQueue<Followed> waiting =
            new PriorityBlockingQueue<>(64, Comparator.comparing(Followed::due));
    private final Semaphore places = new Semaphore(MAX_FOLLOWED);
    private final Semaphore underWay = new Semaphore(MAX_AT_ONCE);
    private final AtomicInteger round = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CallbackPost post = new CallbackPost();
    private final CallbackLog log = new CallbackLog();
    private final Clock clock;

    Callbacks(Clock clock) {
        this.clock = clock;
        threads.execute(this::run);
    }

    CallbackLog log() {
        return log;
    }

    /** Tells an address of each status that a message will have, if it is one on this machine. */
    void follow(Message message, String url, String authToken, CallbackFault fault) {
        List<Telling> plan = fault.plan(message.journey());
        if (plan.isEmpty()) {
            return;
        }
        Followed followed = new Followed(message, url, authToken, plan, round.get());
        if (!Origins.loopback(URI.create(url).getHost())) {
            log(followed, Outcome.NOT_LOCAL, new CallbackPost.Result(0, 0));
        } else if (!places.tryAcquire()) {
            log(followed, Outcome.DROPPED, new CallbackPost.Result(0, 0));
        } else {
            waiting.put(followed);
        }
    }

    /** Forgets what is still to be told, and what became of what was. */
    void clear() {
        round.incrementAndGet();
        List<Followed> forgotten = new ArrayList<>();
        places.release(waiting.drainTo(forgotten));
        log.clear();
    }

    private void run() {
        try {
            while (true) {
                Followed next = waiting.take();
                Duration left = Duration.between(clock.instant(), next.due());
                if (left.isPositive()) {
                    // Another may be due before it, or the clock be set.
                    goOn(next);
                    Thread.sleep(left.compareTo(TICK) < 0 ? left : TICK);
                } else {
                    underWay.acquire();
                    threads.execute(() -> tell(next));
                }
            }
        } catch (InterruptedException | RejectedExecutionException _) {
            // The sandbox is being closed.
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Followed followed) {
        List<Telling> rest = followed.rest().subList(1, followed.rest().size());
        try {
            Telling telling = followed.rest().getFirst();
            CallbackPost.Result result = post.post(
                    followed.url(), followed.authToken(), CallbackForm.of(followed.message(), telling.step()));
            log(followed, result.answered() == 0 ? Outcome.UNREACHABLE : Outcome.ANSWERED, result);
        } catch (InterruptedException _) {
            // The sandbox is being closed.
            Thread.currentThread().interrupt();
        } finally {
            underWay.release();
            goOn(new Followed(followed.message(), followed.url(), followed.authToken(), rest, followed.round()));
        }
    }

    private void goOn(Followed followed) {
        if (followed.rest().isEmpty() || followed.round() != round.get()) {
            places.release();
        } else {
            waiting.put(followed);
        }
    }

    private void log(Followed followed, Outcome outcome, CallbackPost.Result result) {
        if (followed.round() == round.get()) {
            log.add(new Entry(
                    followed.message().sid(),
                    followed.rest().getFirst().step().status(),
                    CallbackPost.address(followed.url()),
                    outcome,
                    result.tries(),
                    result.answered(),
                    clock.instant()));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        post.close();
    }
}
