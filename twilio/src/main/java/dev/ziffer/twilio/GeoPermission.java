package dev.ziffer.twilio;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether the account may send to a country.
 *
 * @param country by ISO 3166-1, in two capital letters
 * @param prefix its country code, such as {@code +91}
 * @param enabled whether messages go there
 * @param note what Twilio remarks, such as that fraud is frequent there; in English
 */
public record GeoPermission(String country, String prefix, boolean enabled, Optional<String> note) {

    static GeoPermission of(JsonNode json) throws IOException {
        return new GeoPermission(
                Json.text(json, "country_code"),
                Json.text(json, "prefix"),
                Json.flag(json, "enabled"),
                Json.optionalText(json, "message"));
    }
}
