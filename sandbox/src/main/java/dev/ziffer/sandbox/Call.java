package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * An authenticated request to Twilio's API.
 *
 * @param account the account that calls
 * @param byApiKey whether it authenticated by an API key and not by its auth token
 * @param parts what stands in the path for the names of its route, such as {@code Sid}
 */
record Call(Request request, Account account, boolean byApiKey, Map<String, String> parts, Instant now) {

    /** The same call once its route is known. */
    Call with(Map<String, String> found) {
        return new Call(request, account, byApiKey, found, now);
    }

    String part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    Form query() {
        return request.query();
    }

    Form form() throws Request.BadRequest {
        return request.form();
    }

    /** The value of a parameter in the body; without it the call is refused. */
    String required(String name) throws Refusal, Request.BadRequest {
        return form().value(name).orElseThrow(() -> missing(name));
    }

    static Refusal missing(String name) {
        return new Refusal(TwilioError.INVALID_PARAMETER, name + " is missing.");
    }

    /** The absolute address of a path here, as the caller reaches it. */
    String url(String path) {
        return "http://" + request.header("Host").orElseThrow() + path;
    }

    Refusal notFound() {
        return new Refusal(
                TwilioError.NOT_FOUND,
                "The requested resource /" + String.join("/", request.path()) + " was not found");
    }
}
