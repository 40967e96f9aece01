package dev.ziffer.sandbox;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Twilio's REST API for messages, its faults included.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Twilio's Message resource</a>
 */
final class TwilioApi {

    private static final String JSON = ".json";

    private final Credentials credentials;
    private final Carrier carrier;
    private final Faults faults;
    private final AtomicInteger concurrent = new AtomicInteger();

    TwilioApi(SandboxOptions options, Carrier carrier, Faults faults) {
        this.credentials = new Credentials(options.accounts());
        this.carrier = carrier;
        this.faults = faults;
    }

    /** The answer to a request, or empty if the connection is to be closed without one. */
    Optional<Answer> answer(Request request) throws InterruptedException, Request.BadRequest {
        long start = System.nanoTime();
        int atOnce = concurrent.incrementAndGet();
        try {
            Fault fault = faults.next(sends(request));
            Optional<Answer> answer = fault.idle() ? Optional.of(process(request)) : faulty(fault, request);
            return answer.map(given -> given.with(Map.of(
                    "Twilio-Request-Id", requestId(),
                    "Twilio-Concurrent-Requests", String.valueOf(atOnce),
                    "Twilio-Request-Duration", seconds(System.nanoTime() - start),
                    "X-Home-Region", "us1",
                    "X-Api-Domain", "api.twilio.com")));
        } finally {
            concurrent.decrementAndGet();
        }
    }

    private Optional<Answer> faulty(Fault fault, Request request) throws InterruptedException, Request.BadRequest {
        Optional<Answer> processed = fault.kind().accepts() ? Optional.of(process(request)) : Optional.empty();
        Thread.sleep(fault.latencyMillis());
        Optional<Answer> answer = switch (fault.kind()) {
            case NONE -> processed;
            case TOO_MANY_REQUESTS -> Optional.of(refused(new Refusal(TwilioError.TOO_MANY_REQUESTS)));
            case SERVER_ERROR, SERVER_ERROR_AFTER_ACCEPT -> Optional.of(serverError(fault.status()));
            case DROP_BEFORE_ACCEPT, DROP_AFTER_ACCEPT -> Optional.empty();
        };
        if (fault.kind() != Fault.Kind.NONE && sends(request)) {
            boolean stored = processed.filter(given -> given.status() == 201).isPresent();
            carrier.hit(
                    request.form().given("To").orElse(""),
                    answer.map(Answer::status).orElse(0),
                    stored);
        }
        return answer;
    }

    private Answer process(Request request) throws Request.BadRequest {
        try {
            SandboxAccount account = request.header("Authorization")
                    .flatMap(credentials::account)
                    .orElseThrow(() -> new Refusal(TwilioError.AUTHENTICATE));
            return route(request, account);
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    /** Paths are /2010-04-01/Accounts/{account}/Messages.json, …/Messages/{sid}.json, …/Messages/{sid}/{part}.json. */
    private Answer route(Request request, SandboxAccount account) throws Refusal, Request.BadRequest {
        List<String> path = request.path();
        if (path.size() < 4 || !path.get(1).equals("Accounts")) {
            throw notFound(request);
        }
        if (!path.get(2).equals(account.sid())) {
            throw new Refusal(TwilioError.AUTHENTICATE);
        }
        if (path.size() == 4 && path.get(3).equals("Messages.json")) {
            return switch (request.method()) {
                case "POST" -> create(request, account);
                case "GET" -> list(request, account);
                default -> throw new Refusal(TwilioError.METHOD_NOT_ALLOWED);
            };
        }
        if (!path.get(3).equals("Messages")
                || path.size() > 6
                || !path.getLast().endsWith(JSON)) {
            throw notFound(request);
        }
        String last = path.getLast().substring(0, path.getLast().length() - JSON.length());
        Message message = carrier.messages()
                .find(path.size() == 5 ? last : path.get(4))
                .filter(found -> found.accountSid().equals(account.sid()))
                .orElseThrow(() -> notFound(request));
        if (path.size() == 5) {
            return switch (request.method()) {
                case "GET" -> shown(message);
                case "POST" -> update(request, message);
                case "DELETE" -> delete(message);
                default -> throw new Refusal(TwilioError.METHOD_NOT_ALLOWED);
            };
        }
        if (last.equals("Feedback") && request.method().equals("POST")) {
            return feedback(request, message);
        }
        if (last.equals("Media") && request.method().equals("GET")) {
            return Answer.json(200, MessageList.noMedia(request.uri()));
        }
        throw notFound(request);
    }

    private Answer create(Request request, SandboxAccount account) throws Refusal, Request.BadRequest {
        Form form = request.form();
        try {
            Message message = carrier.send(SendRequest.of(form, account), account);
            return Answer.json(201, MessageJson.of(message, message.journey().first()));
        } catch (Refusal refusal) {
            carrier.refused(form.given("To").orElse(""), refusal.error());
            throw refusal;
        }
    }

    private Answer list(Request request, SandboxAccount account) throws Refusal {
        return Answer.json(200, MessageList.page(carrier.messages(), account.sid(), request.query(), carrier.now()));
    }

    private Answer shown(Message message) {
        return Answer.json(200, MessageJson.of(message, message.journey().at(carrier.now())));
    }

    /** The only change the sandbox knows is to take the text away. */
    private Answer update(Request request, Message message) throws Refusal, Request.BadRequest {
        if (request.form().given("Body").filter(String::isEmpty).isEmpty()) {
            throw new Refusal(TwilioError.INVALID_PARAMETER, "A message can only be redacted, by an empty Body.");
        }
        checkComplete(message);
        return shown(carrier.redact(message));
    }

    private Answer delete(Message message) throws Refusal {
        checkComplete(message);
        carrier.delete(message);
        return Answer.NO_CONTENT;
    }

    private Answer feedback(Request request, Message message) throws Refusal, Request.BadRequest {
        String outcome = request.form()
                .value("Outcome")
                .filter(value -> value.equals("confirmed") || value.equals("unconfirmed"))
                .orElseThrow(
                        () -> new Refusal(TwilioError.INVALID_PARAMETER, "Outcome is one of confirmed, unconfirmed."));
        if (!message.feedbackWanted()) {
            throw new Refusal(TwilioError.INVALID_PARAMETER, "The message was not created with ProvideFeedback=true.");
        }
        return Answer.json(200, MessageJson.feedback(message, outcome, carrier.now()));
    }

    private void checkComplete(Message message) throws Refusal {
        if (!message.journey().at(carrier.now()).status().complete()) {
            throw new Refusal(TwilioError.NOT_COMPLETE);
        }
    }

    private static boolean sends(Request request) {
        return request.method().equals("POST") && request.path().size() == 4;
    }

    private static Refusal notFound(Request request) {
        return new Refusal(
                TwilioError.NOT_FOUND,
                "The requested resource /" + String.join("/", request.path()) + " was not found");
    }

    /** An error of a request that was not understood, or that the sandbox fails at. */
    static Answer error(int status, String text) {
        TwilioError error = status < 500 ? TwilioError.INVALID_PARAMETER : TwilioError.INTERNAL;
        return Answer.json(status, MessageJson.error(error, text, status));
    }

    private static Answer refused(Refusal refusal) {
        int status = refusal.error().status();
        Answer answer = Answer.json(status, MessageJson.error(refusal.error(), refusal.text(), status));
        return refusal.error() == TwilioError.AUTHENTICATE
                ? answer.with(Map.of("WWW-Authenticate", "Basic realm=\"Twilio API\""))
                : answer;
    }

    private static Answer serverError(int status) {
        TwilioError error = status == 503 ? TwilioError.UNAVAILABLE : TwilioError.INTERNAL;
        return Answer.json(status, MessageJson.error(error, error.text(), status));
    }

    private static String requestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "RQ" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    private static String seconds(long nanos) {
        long millis = nanos / 1_000_000;
        return millis / 1_000 + "." + String.valueOf(1_000 + millis % 1_000).substring(1);
    }
}
