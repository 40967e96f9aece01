package dev.ziffer.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the phone's page and tests use: the newest code, replies, faults. Not part of Twilio's API.
 *
 * <p>Paths: {@code GET /phones/{digits}/code}, {@code POST /phones/{digits}/replies}, {@code GET|PUT|DELETE /faults},
 * {@code DELETE /messages}, {@code GET /health}.
 */
final class PhoneApi {

    private static final int MAX_REPLY = 1_600;

    private final Carrier carrier;
    private final Faults faults;

    PhoneApi(Carrier carrier, Faults faults) {
        this.carrier = carrier;
        this.faults = faults;
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
            case "PUT faults" -> Optional.of(set(fault(request)));
            case "DELETE faults" -> Optional.of(set(Fault.NONE));
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

    /** The fault that a request describes; what it does not take is named, for a test would else run without it. */
    private static Fault fault(Request request) throws Request.BadRequest {
        if (!request.query().names().isEmpty()) {
            throw new Request.BadRequest(400, "The fields of a fault go into the body, not into the address.");
        }
        if (!request.body().isEmpty() && !request.formEncoded()) {
            throw new Request.BadRequest(
                    400,
                    "The fields of a fault are sent as application/x-www-form-urlencoded, not as "
                            + request.header("Content-Type").orElse("something without a Content-Type") + ".");
        }
        return Fault.of(request.form());
    }

    private Answer current() {
        return Answer.json(200, faults.current().json());
    }

    private Answer set(Fault fault) {
        faults.set(fault);
        return current();
    }

    private Answer clear() {
        carrier.clear();
        return Answer.NO_CONTENT;
    }
}
