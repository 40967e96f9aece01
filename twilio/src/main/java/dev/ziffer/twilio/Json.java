package dev.ziffer.twilio;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads fields of Twilio's answers. No failure quotes a value. */
final class Json {

    /** Without an exponent, which could name a number of any size. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?");

    private Json() {}

    /** A list that must be there. */
    static JsonNode list(JsonNode json, String key) throws IOException {
        if (!json.path(key).isArray()) {
            throw new IOException("the answer has no list of " + key);
        }
        return json.path(key);
    }

    /** A text that must be there. */
    static String text(JsonNode json, String key) throws IOException {
        return optionalText(json, key).orElseThrow(() -> new IOException("the answer has no " + key));
    }

    /** A text that is not empty. */
    static Optional<String> optionalText(JsonNode json, String key) {
        return json.path(key).stringValueOpt().filter(text -> !text.isEmpty());
    }

    /** A decimal number, which Twilio writes as a text. */
    static BigDecimal decimal(JsonNode json, String key) throws IOException {
        String text = text(json, key);
        if (!DECIMAL.matcher(text).matches()) {
            throw new IOException(key + " is not a number");
        }
        return new BigDecimal(text);
    }

    /** A whole number; empty where there is none. */
    static OptionalInt optionalInt(JsonNode json, String key) {
        JsonNode value = json.path(key);
        return value.isInt() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
    }

    /** A switch that must be there. */
    static boolean flag(JsonNode json, String key) throws IOException {
        return json.path(key).booleanValueOpt().orElseThrow(() -> new IOException("the answer has no " + key));
    }

    /** Whether a number can send SMS; Twilio writes the name small for some numbers and in capitals for others. */
    static boolean smsCapable(JsonNode number) {
        JsonNode capabilities = number.path("capabilities");
        return capabilities.path("sms").asBoolean(false)
                || capabilities.path("SMS").asBoolean(false);
    }

    /** The constant that Twilio names here, in whatever case. */
    static <E extends Enum<E>> Optional<E> oneOf(E[] constants, JsonNode json, String key) {
        return optionalText(json, key)
                .flatMap(text -> Arrays.stream(constants)
                        .filter(constant -> constant.name().equalsIgnoreCase(text))
                        .findFirst());
    }
}
