package dev.ziffer.server.messages;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ziffer.twilio.TwilioErrors;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message in the caller's language.
 *
 * @param message what the ledger has
 * @param error what went wrong and what to do about it; null where nothing did
 */
record MessageResponse(
        @JsonUnwrapped LedgerEntry message, @Nullable Explanation error) {

    /**
     * One of Twilio's errors, for the operator.
     *
     * @param code Twilio's code
     * @param message what it means and what to do
     */
    record Explanation(int code, String message) {}

    static MessageResponse of(LedgerEntry message, Locale locale) {
        Integer code = message.errorCode();
        return new MessageResponse(
                message,
                code == null
                        ? null
                        : new Explanation(
                                code, TwilioErrors.of(code).operatorText().in(locale)));
    }
}
