package dev.ziffer.server.messages;

import dev.ziffer.server.web.RequestError;
import dev.ziffer.verification.StartResult.Limited;
import org.springframework.http.HttpStatus;

/** What the API answers when a limit refuses a send. */
final class Refusals {

    private Refusals() {}

    static RequestError of(Limited limited) {
        String code = switch (limited.which()) {
            case SENDS, COOLDOWN, INSTALLATION -> "request.message_rate_limited";
            case WRONG_TRIES -> "session.verification_blocked_too_many_attempts";
        };
        return RequestError.of(HttpStatus.TOO_MANY_REQUESTS, code).withRetryAfter(limited.retryAfter());
    }
}
