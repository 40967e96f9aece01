package dev.ziffer.twilio;

import dev.ziffer.twilio.Unanswered.Reach;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Brings requests to Twilio within a deadline. A request is repeated only when Twilio certainly did not process it: when
 * the connection was refused, and after status 429.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/20429">Twilio, Error 20429</a>
 */
final class RestClient {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(8);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int TRIES = 5;
    private static final int LONGEST_ANSWER = 1 << 20;

    private final HttpClient http;
    private final Duration deadline;
    private final Pauses pauses;
    private final HostLookup lookup;

    RestClient(HttpClient http) {
        this(http, DEADLINE, Pauses.REAL);
    }

    RestClient(HttpClient http, Duration deadline, Pauses pauses) {
        this.http = http;
        this.deadline = deadline;
        this.pauses = pauses;
        this.lookup = new HostLookup(InetAddress::getByName, pauses);
    }

    static HttpClient httpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                // Answers are read on the client's own thread: nothing of ours blocks there, and handing each piece of
                // an answer to another thread costs a third of the whole exchange.
                .executor(Runnable::run)
                .build();
    }

    /** Brings one request to Twilio; the deadline includes every repeat. */
    Answer exchange(HttpRequest request) throws Unanswered {
        long start = pauses.nanoTime();
        for (int attempt = 1; ; attempt++) {
            Duration pause;
            try {
                find(hostToConnectTo(request.uri()), left(start));
                Answer answer = once(request, left(start));
                if (!throttled(answer)) {
                    return answer;
                }
                pause = longer(pause(attempt), answer.retryAfter().orElse(Duration.ZERO));
                if (attempt == TRIES || !fits(pause, start)) {
                    return answer;
                }
            } catch (Unanswered e) {
                pause = pause(attempt);
                if (!(e.getCause() instanceof ConnectException) || attempt == TRIES || !fits(pause, start)) {
                    throw e;
                }
            }
            pause(pause);
        }
    }

    /** Brings one request to Twilio, once, whatever comes of it. */
    Answer exchangeOnce(HttpRequest request) throws Unanswered {
        long start = pauses.nanoTime();
        find(hostToConnectTo(request.uri()), left(start));
        return once(request, left(start));
    }

    /** Whether a later request can be answered; a full queue (21611, also status 429) stays full. */
    private static boolean throttled(Answer answer) {
        return answer.status() == 429 && answer.errorCode().orElse(20429) == 20429;
    }

    /** The client would look the host up before it returns, however long that takes. */
    private void find(String host, Duration left) throws Unanswered {
        try {
            lookup.find(host, left.compareTo(CONNECT) < 0 ? left : CONNECT);
        } catch (UnknownHostException | TimeoutException e) {
            throw new Unanswered(Reach.NOT_CONNECTED, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(Reach.NOT_CONNECTED, e);
        }
    }

    /** The proxy's, where there is one: it looks up Twilio's. */
    private String hostToConnectTo(URI uri) {
        ProxySelector selector = http.proxy().orElseGet(ProxySelector::getDefault);
        if (selector != null) {
            for (Proxy proxy : selector.select(uri)) {
                // The client looks at the first one only.
                return proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address
                        ? address.getHostString()
                        : uri.getHost();
            }
        }
        return uri.getHost();
    }

    private Answer once(HttpRequest request, Duration left) throws Unanswered {
        CompletableFuture<HttpResponse<byte[]>> exchange = http.sendAsync(request, BoundedBody.of(LONGEST_ANSWER));
        try {
            return Answer.of(exchange.get(left.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new Unanswered(Reach.DEADLINE, e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered(Reach.BROKEN, e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Unanswered(notConnected(cause) ? Reach.NOT_CONNECTED : Reach.BROKEN, cause);
        }
    }

    /** Whether it failed before the request could leave; what the JDK does not tell apart counts as sent. */
    private static boolean notConnected(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException
                || proxyRefused(cause);
    }

    /** The JDK tells by these words alone that a proxy did not let it through to Twilio. */
    private static boolean proxyRefused(Throwable cause) {
        return cause instanceof IOException
                && cause.getMessage() != null
                && cause.getMessage().startsWith("Tunnel failed, got: ");
    }

    /** Whether a repeat after this pause has the time to connect, so that it cannot end between two outcomes. */
    private boolean fits(Duration pause, long start) {
        return left(start).minus(pause).compareTo(CONNECT) > 0;
    }

    private Duration left(long start) {
        return deadline.minusNanos(pauses.nanoTime() - start);
    }

    private Duration pause(int attempt) {
        long longest = FIRST_PAUSE.toNanos() << (attempt - 1);
        return Duration.ofNanos((long) (longest * (0.5 + pauses.jitter() / 2)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void pause(Duration pause) throws Unanswered {
        try {
            pauses.pause(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(Reach.NOT_CONNECTED, e);
        }
    }
}
