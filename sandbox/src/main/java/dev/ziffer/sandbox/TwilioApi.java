package dev.ziffer.sandbox;

import dev.ziffer.sandbox.Credentials.Login;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Twilio's REST API, its faults included. The paths of its products are distinct, so that one origin serves them all:
 * messages, numbers and the account (2010-04-01), Messaging Services, prices, and the countries that may be sent to.
 */
final class TwilioApi {

    /** What the paths of its products begin with. */
    static final Set<String> VERSIONS = Set.of(MessageJson.VERSION, "v1", "v2");

    private final Credentials credentials;
    private final Carrier carrier;
    private final Faults faults;
    private final Routes routes = new Routes();
    private final AtomicInteger concurrent = new AtomicInteger();

    TwilioApi(Accounts accounts, Carrier carrier, Callbacks callbacks, Faults faults) {
        this.credentials = new Credentials(accounts);
        this.carrier = carrier;
        this.faults = faults;
        new MessagesApi(carrier, callbacks, faults).addTo(routes);
        AccountApi.addTo(routes);
        NumbersApi.addTo(routes);
        SearchApi.addTo(routes);
        ServicesApi.addTo(routes);
        PoolApi.addTo(routes);
        ComplianceApi.addTo(routes);
        PricingApi.addTo(routes);
        PermissionsApi.addTo(routes);
    }

    /** The answer to a request, or empty if the connection is to be closed without one. */
    Optional<Answer> answer(Request request) throws InterruptedException, Request.BadRequest {
        long start = System.nanoTime();
        int atOnce = concurrent.incrementAndGet();
        try {
            Fault fault = faults.next(MessagesApi.sends(request));
            Optional<Answer> answer = fault.idle() ? Optional.of(process(request)) : faulty(fault, request);
            return answer.map(given -> given.with(Map.of(
                    "Twilio-Request-Id", Sids.random("RQ"),
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
        if (fault.kind() != Fault.Kind.NONE && MessagesApi.sends(request)) {
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
            Login login = request.header("Authorization")
                    .flatMap(credentials::login)
                    .orElseThrow(() -> new Refusal(TwilioError.AUTHENTICATE));
            Account account = login.account();
            List<String> path = request.path();
            boolean itself = AccountApi.fetches(path, account);
            boolean other = path.size() > 2
                    && path.get(1).equals("Accounts")
                    && !path.get(2).equals(account.sid())
                    && !itself;
            if (other) {
                throw new Refusal(TwilioError.AUTHENTICATE);
            }
            if (!account.settings().active() && !itself) {
                throw new Refusal(TwilioError.INACTIVE);
            }
            return routes.answer(new Call(request, account, login.byApiKey(), Map.of(), carrier.now()));
        } catch (Refusal refusal) {
            return refused(refusal);
        }
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

    private static String seconds(long nanos) {
        long millis = nanos / 1_000_000;
        return millis / 1_000 + "." + String.valueOf(1_000 + millis % 1_000).substring(1);
    }
}
