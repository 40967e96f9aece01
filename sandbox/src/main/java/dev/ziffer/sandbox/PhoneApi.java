package dev.ziffer.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the phone's page and tests use: the newest code, replies, faults, what Twilio decides about an account. Not part
 * of Twilio's API.
 *
 * <p>Paths: {@code GET /phones/{digits}/code}, {@code POST /phones/{digits}/replies}, {@code GET|PUT|DELETE /faults},
 * {@code GET|PUT|DELETE /account}, {@code GET /callbacks}, {@code DELETE /messages}, {@code GET /health}.
 */
final class PhoneApi {

    private static final int MAX_REPLY = 1_600;

    private final Carrier carrier;
    private final Callbacks callbacks;
    private final Faults faults;
    private final Accounts accounts;

    PhoneApi(Carrier carrier, Callbacks callbacks, Faults faults, Accounts accounts) {
        this.carrier = carrier;
        this.callbacks = callbacks;
        this.faults = faults;
        this.accounts = accounts;
    }

    /** The answer to a request, or empty if the path is none of these. */
    Optional<Answer> answer(Request request) throws Request.BadRequest {
        List<String> path = request.path();
        String route = request.method() + " "
                + (path.size() == 3 && path.getFirst().equals("phones")
                        ? "phones/*/" + path.getLast()
                        : String.join("/", path));
        return switch (route) {
            case "GET phones/*/code" -> Optional.of(code(phone(path.get(1))));
            case "POST phones/*/replies" -> Optional.of(reply(phone(path.get(1)), request.form()));
            case "GET faults" -> Optional.of(current());
            case "PUT faults" -> Optional.of(set(Fault.of(request)));
            case "DELETE faults" -> Optional.of(set(Fault.NONE));
            case "GET account" -> Optional.of(account(request.query().value("account")));
            case "PUT account" -> Optional.of(setAccount(AccountSettings.fields(request)));
            case "DELETE account" -> Optional.of(resetAccount(request.query().value("account")));
            case "GET callbacks" -> Optional.of(callbacks());
            case "DELETE messages" -> Optional.of(clear());
            case "GET health" -> Optional.of(Answer.json(200, Map.of("status", "UP")));
            default -> Optional.empty();
        };
    }

    /** Numbers are written with or without the plus sign. */
    private static String phone(String digits) {
        return digits.startsWith("+") ? digits : "+" + digits;
    }

    private Answer code(String phone) {
        Optional<Message> message = carrier.newestWithCode(phone);
        if (message.isEmpty()) {
            return Answer.text(
                    404,
                    "No message to this number has a code in it. Send one, and write the number in full with its"
                            + " country code, such as 4915123456789.");
        }
        Journey.Step end = message.get().journey().last();
        if (!message.get().journey().arrives()) {
            int error = end.error() == null ? 0 : end.error().code();
            return Answer.text(
                    404, "The newest message to this number does not reach the phone: Twilio's error " + error + ".");
        }
        return Answer.text(200, message.get().code().orElseThrow());
    }

    private Answer reply(String phone, Form form) {
        String text = form.value("body").orElse("");
        if (text.isEmpty() || text.length() > MAX_REPLY) {
            return Answer.text(400, "The form field body has the text of the reply, 1 to 1,600 characters.");
        }
        return carrier.reply(phone, text)
                .map(messages -> Answer.json(
                        201, messages.stream().map(PhoneJson::message).toList()))
                .orElseGet(() -> carrier.knows(phone)
                        ? Answer.text(409, "Every sender so far is a name; a name cannot receive replies.")
                        : Answer.text(404, "This phone has no message to reply to."));
    }

    private Answer current() {
        return Answer.json(200, faults.current().json());
    }

    private Answer set(Fault fault) {
        faults.set(fault);
        return current();
    }

    private Answer account(Optional<String> sid) throws Request.BadRequest {
        Account account = named(sid);
        return Answer.json(200, account.settings().json(account.sid()));
    }

    private Answer setAccount(Fields fields) throws Request.BadRequest {
        accounts.set(named(fields.value("account")), AccountSettings.of(fields));
        return account(fields.value("account"));
    }

    private Answer resetAccount(Optional<String> sid) throws Request.BadRequest {
        accounts.reset(named(sid));
        return account(sid);
    }

    /** The account with this SID; the first one if none is given. */
    private Account named(Optional<String> sid) throws Request.BadRequest {
        return sid.isEmpty()
                ? accounts.first()
                : accounts.find(sid.get())
                        .orElseThrow(() -> new Request.BadRequest(
                                400, "account is the SID of an account that this sandbox serves, or left out."));
    }

    private Answer callbacks() {
        return Answer.json(
                200, callbacks.log().all().stream().map(CallbackLog.Entry::json).toList());
    }

    private Answer clear() {
        carrier.clear();
        callbacks.clear();
        return Answer.NO_CONTENT;
    }
}
