package dev.ziffer.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Answers every request: keeps strangers out, finds who answers, writes what they say. */
final class Front implements HttpHandler, AutoCloseable {

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Referrer-Policy", "no-referrer");

    private final TwilioApi twilio;
    private final PhoneApi phone;
    private final PhonePage page = new PhonePage();
    private final Carrier carrier;
    private final Callbacks callbacks;
    private final Faults faults;
    private final Accounts accounts;
    private final Events events;

    Front(SandboxOptions options) {
        this.events = new Events();
        this.faults = new Faults(events);
        this.accounts = new Accounts(options, events);
        this.carrier = new Carrier(options, events);
        this.callbacks = new Callbacks(options.clock());
        this.twilio = new TwilioApi(accounts, carrier, callbacks, faults);
        this.phone = new PhoneApi(carrier, callbacks, faults, accounts);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        // Closing an exchange that was not answered closes its connection.
        try (exchange) {
            Optional<Answer> refusal = Origins.refusal(exchange.getRequestMethod(), exchange.getRequestHeaders());
            if (refusal.isPresent()) {
                write(exchange, refusal.get());
            } else if (exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals("/events")) {
                stream(exchange);
            } else {
                Optional<Answer> answer = answer(exchange);
                if (answer.isPresent()) {
                    write(exchange, answer.get());
                }
            }
        } catch (InterruptedException _) {
            // The sandbox is being closed.
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what runs beside the requests. */
    @Override
    public void close() {
        callbacks.close();
    }

    private Optional<Answer> answer(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            Request request = Request.read(exchange);
            if (TwilioApi.VERSIONS.contains(request.path().getFirst())) {
                return twilio.answer(request);
            }
            return phone.answer(request)
                    .or(() -> page.answer(request))
                    .or(() -> Optional.of(Answer.text(404, "There is nothing here. The phone is at /.")));
        } catch (Request.BadRequest bad) {
            return Optional.of(error(exchange, bad.status(), bad.text()));
        } catch (RuntimeException e) {
            // A fault of the sandbox's own must not look like a connection that was dropped on purpose.
            return Optional.of(error(
                    exchange,
                    500,
                    "The sandbox itself has failed: " + e.getClass().getName() + "."));
        }
    }

    /** Clients of Twilio's API get every error in its shape. */
    private static Answer error(HttpExchange exchange, int status, String text) {
        String path = exchange.getRequestURI().getPath();
        return TwilioApi.VERSIONS.stream().anyMatch(version -> path.startsWith("/" + version + "/"))
                ? TwilioApi.error(status, text)
                : Answer.text(status, text);
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        if (!events.enter()) {
            write(exchange, Answer.text(503, "Too many pages are open; close one."));
            return;
        }
        try {
            headers(exchange, Map.of("Content-Type", "text/event-stream; charset=utf-8"));
            exchange.sendResponseHeaders(200, 0);
            events.stream(
                    exchange.getResponseBody(), () -> PhoneJson.state(carrier, faults.current(), accounts.first()));
        } finally {
            events.leave();
        }
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        headers(exchange, answer.headers());
        byte[] body = exchange.getRequestMethod().equals("HEAD") ? new byte[0] : answer.body();
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void headers(HttpExchange exchange, Map<String, String> more) {
        Headers headers = exchange.getResponseHeaders();
        HEADERS.forEach(headers::set);
        more.forEach(headers::set);
    }
}
