package dev.ziffer.twilio;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Who a Messaging Service can send as.
 *
 * @param sid Twilio's name for it
 * @param name what the recipient sees: a number, a name or a short code
 * @param country whose it is, by ISO 3166-1; empty for a name
 */
public record Sender(Kind kind, String sid, String name, Optional<String> country) {

    /** What it is. */
    public enum Kind {
        /** A number in E.164. */
        PHONE_NUMBER,
        /** A name of at most 11 characters. */
        ALPHA_SENDER,
        /** A short number of one country. */
        SHORT_CODE;

        /** The key of its name in Twilio's answers. */
        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The key of the list in Twilio's answers. */
        String list() {
            return key() + "s";
        }
    }

    static Sender of(Kind kind, JsonNode json) throws IOException {
        return new Sender(
                kind, Json.text(json, "sid"), Json.text(json, kind.key()), Json.optionalText(json, "country_code"));
    }
}
