package dev.ziffer.server.console;

import dev.ziffer.server.messages.LedgerEntry;
import dev.ziffer.twilio.TwilioErrors;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message, step by step.
 *
 * @param to the number, its middle hidden
 * @param steps what happened, in order; the names of texts
 * @param error what went wrong and what to do, in the reader's language
 * @param errorCode Twilio's code for it
 * @param over whether nothing more is to come
 */
public record Timeline(
        String to,
        List<Step> steps,
        @Nullable String error,
        @Nullable Integer errorCode,
        boolean over) {

    /** States after which nothing comes. */
    private static final Set<String> LAST =
            Set.of("refused", "not_sent", "delivered", "undelivered", "failed", "canceled", "read");

    private static final Set<String> BAD = Set.of("refused", "not_sent", "undelivered", "failed", "canceled");

    /**
     * One step.
     *
     * @param name the name of its text
     * @param kind good, bad or open
     */
    public record Step(String name, String kind) {}

    static Timeline of(LedgerEntry message, Locale locale) {
        String state = message.state();
        String kind = BAD.contains(state) ? "bad" : LAST.contains(state) ? "good" : "open";
        Integer code = message.errorCode();
        return new Timeline(
                message.phone(),
                List.of(new Step("rendered", "good"), new Step(state, kind)),
                code == null ? null : TwilioErrors.of(code).operatorText().in(locale),
                code,
                LAST.contains(state));
    }
}
