package dev.ziffer.server.console;

import dev.ziffer.twilio.TwilioError;
import dev.ziffer.twilio.TwilioErrors;
import java.util.Locale;

/**
 * One of Twilio's errors in the reader's language.
 *
 * @param code Twilio's number
 * @param known whether the dictionary has this code, and not only its range
 * @param operatorText what happened and what to do
 * @param userText what the person with the phone reads
 * @param fault who can mend it; the end of a text's name
 * @param retry whether the same message can succeed another time; the end of a text's name
 */
public record ErrorText(int code, boolean known, String operatorText, String userText, String fault, String retry) {

    static ErrorText of(int code, Locale locale) {
        TwilioError error = TwilioErrors.of(code);
        return new ErrorText(
                code,
                TwilioErrors.codes().contains(code),
                error.operatorText().in(locale),
                error.userText().in(locale),
                error.fault().wireName(),
                error.retry().wireName());
    }
}
