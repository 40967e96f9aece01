package dev.ziffer.sandbox;

import java.util.List;

/**
 * Messages of Twilio's API: create, list, fetch, redact, delete, feedback.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Twilio's Message resource</a>
 */
final class MessagesApi {

    private static final String MESSAGES = "/2010-04-01/Accounts/{AccountSid}/Messages";

    private final Carrier carrier;
    private final Callbacks callbacks;
    private final Faults faults;

    MessagesApi(Carrier carrier, Callbacks callbacks, Faults faults) {
        this.carrier = carrier;
        this.callbacks = callbacks;
        this.faults = faults;
    }

    void addTo(Routes routes) {
        routes.on("POST", MESSAGES + ".json", this::create);
        routes.on("GET", MESSAGES + ".json", this::list);
        routes.on("GET", MESSAGES + "/{Sid}.json", call -> shown(message(call)));
        routes.on("POST", MESSAGES + "/{Sid}.json", this::redact);
        routes.on("DELETE", MESSAGES + "/{Sid}.json", this::delete);
        routes.on("POST", MESSAGES + "/{Sid}/Feedback.json", this::feedback);
        routes.on("GET", MESSAGES + "/{Sid}/Media.json", this::media);
    }

    /** Whether a request is one that sends. */
    static boolean sends(Request request) {
        List<String> path = request.path();
        return request.method().equals("POST")
                && path.size() == 4
                && path.getFirst().equals(MessageJson.VERSION)
                && path.getLast().equals("Messages.json");
    }

    private Answer create(Call call) throws Refusal, Request.BadRequest {
        Form form = call.form();
        try {
            SendRequest request = SendRequest.of(form, call.account());
            Message message = carrier.send(request, call.account());
            if (request.callback() != null) {
                String authToken = call.account().identity().authToken();
                callbacks.follow(
                        message, request.callback(), authToken, faults.current().callbacks());
            }
            return Answer.json(201, MessageJson.of(message, message.journey().first()));
        } catch (Refusal refusal) {
            carrier.refused(form.given("To").orElse(""), refusal.error());
            throw refusal;
        }
    }

    private Answer list(Call call) throws Refusal {
        return Answer.json(
                200, MessageList.page(carrier.messages(), call.account().sid(), call.query(), carrier.now()));
    }

    private Answer shown(Message message) {
        return Answer.json(200, MessageJson.of(message, message.journey().at(carrier.now())));
    }

    /** The only change the sandbox knows is to take the text away. */
    private Answer redact(Call call) throws Refusal, Request.BadRequest {
        Message message = message(call);
        if (call.form().given("Body").filter(String::isEmpty).isEmpty()) {
            throw new Refusal(TwilioError.INVALID_PARAMETER, "A message can only be redacted, by an empty Body.");
        }
        checkComplete(message);
        return shown(carrier.redact(message));
    }

    private Answer delete(Call call) throws Refusal {
        Message message = message(call);
        checkComplete(message);
        carrier.delete(message);
        return Answer.NO_CONTENT;
    }

    private Answer feedback(Call call) throws Refusal, Request.BadRequest {
        Message message = message(call);
        String outcome = call.form()
                .value("Outcome")
                .filter(value -> value.equals("confirmed") || value.equals("unconfirmed"))
                .orElseThrow(
                        () -> new Refusal(TwilioError.INVALID_PARAMETER, "Outcome is one of confirmed, unconfirmed."));
        if (!message.feedbackWanted()) {
            throw new Refusal(TwilioError.INVALID_PARAMETER, "The message was not created with ProvideFeedback=true.");
        }
        return Answer.json(200, MessageJson.feedback(message, outcome, carrier.now()));
    }

    private Answer media(Call call) throws Refusal {
        message(call);
        return Answer.json(200, MessageList.noMedia(call.request().uri()));
    }

    private Message message(Call call) throws Refusal {
        return carrier.messages()
                .find(call.part("Sid"))
                .filter(found -> found.accountSid().equals(call.account().sid()))
                .orElseThrow(call::notFound);
    }

    private void checkComplete(Message message) throws Refusal {
        if (!message.journey().at(carrier.now()).status().complete()) {
            throw new Refusal(TwilioError.NOT_COMPLETE);
        }
    }
}
