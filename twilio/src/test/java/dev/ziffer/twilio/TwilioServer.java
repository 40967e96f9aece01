package dev.ziffer.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An HTTP server on loopback that gives the answers it was told to, and keeps the requests. */
final class TwilioServer implements AutoCloseable {

    /**
     * One request as it arrived.
     *
     * @param port the client's end of the connection
     */
    record Request(
            String method,
            String path,
            @Nullable String query,
            Map<String, String> form,
            String authorization,
            int port) {}

    private record Reply(int status, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    private volatile CountDownLatch awaited = new CountDownLatch(0);

    TwilioServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** A message as Twilio answers it. */
    static String message(String sid, String status, String created) {
        return """
                {"sid": "%s", "status": "%s", "error_code": null, "num_segments": "1", "body": "123456 is your code.",
                 "date_created": "%s", "from": null, "to": "+14155550132"}
                """.formatted(sid, status, created);
    }

    static String sid(int number) {
        return "SM%032x".formatted(number);
    }

    TwilioServer replies(int status, String body) {
        return replies(status, Map.of(), body);
    }

    TwilioServer replies(int status, Map<String, String> headers, String body) {
        replies.add(new Reply(status, headers, body));
        return this;
    }

    /** Holds every answer back until so many requests have come. */
    void answersOnlyWhenAllHaveCome(int count) {
        awaited = new CountDownLatch(count);
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            URI uri = exchange.getRequestURI();
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    uri.getRawPath(),
                    uri.getRawQuery(),
                    form(body),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRemoteAddress().getPort()));
            awaited.countDown();
            awaited.await();
            Reply reply = replies.poll();
            if (reply == null) {
                throw new IOException("no reply left");
            }
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static Map<String, String> form(String body) {
        var form = new LinkedHashMap<String, String>();
        for (String pair : body.isEmpty() ? new String[0] : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }
}
