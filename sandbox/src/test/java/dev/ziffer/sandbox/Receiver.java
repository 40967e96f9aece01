package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A program that is told what becomes of messages. */
final class Receiver implements AutoCloseable {

    /** What it was told. */
    record Told(String path, Map<String, String> form, String signature, String token) {

        String status() {
            return String.valueOf(form.get("MessageStatus"));
        }
    }

    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final AtomicInteger atOnce = new AtomicInteger();
    private volatile CountDownLatch answers = new CountDownLatch(0);
    private volatile int status = 204;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                Map<String, String> form = new TreeMap<>();
                Form body = Form.parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                body.names().forEach(name -> form.put(name, body.given(name).orElseThrow()));
                atOnce.incrementAndGet();
                told.add(new Told(
                        exchange.getRequestURI().toString(),
                        form,
                        exchange.getRequestHeaders().getFirst("X-Twilio-Signature"),
                        exchange.getRequestHeaders().getFirst("I-Twilio-Idempotency-Token")));
                answers.await();
                atOnce.decrementAndGet();
                exchange.sendResponseHeaders(status, -1);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    String url(String pathAndMore) {
        return "http://localhost:" + server.getAddress().getPort() + pathAndMore;
    }

    void answer(int other) {
        status = other;
    }

    /** Answers nothing until the latch is down. */
    void hold(CountDownLatch until) {
        answers = until;
    }

    /** How many wait for an answer. */
    int waiting() {
        return atOnce.get();
    }

    /** The next thing that it is told. */
    Told next() {
        try {
            Told next = told.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was told");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    List<Told> next(int count) {
        List<Told> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(next());
        }
        return all;
    }

    boolean hasMore() {
        return !told.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
