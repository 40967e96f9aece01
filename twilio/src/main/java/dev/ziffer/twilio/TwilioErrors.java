package dev.ziffer.twilio;

import dev.ziffer.connector.Fault;
import dev.ziffer.connector.Retry;
import dev.ziffer.connector.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dictionary of Twilio's error codes, in our own words, read from {@code errors.json}.
 *
 * <p>The file has the sentences for end users by name, the codes, and for other codes an entry for each range by its
 * first code, whose sentence for operators holds <code>{code}</code>.
 */
public final class TwilioErrors {

    private static final Map<String, Text> USER_TEXTS = new HashMap<>();
    private static final NavigableMap<Integer, TwilioError> CODES = new TreeMap<>();
    private static final NavigableMap<Integer, TwilioError> RANGES = new TreeMap<>();

    static {
        JsonNode dictionary = read();
        dictionary.required("userTexts").forEachEntry((name, text) -> USER_TEXTS.put(name, text(text)));
        fill(CODES, dictionary.required("codes"));
        fill(RANGES, dictionary.required("ranges"));
    }

    private TwilioErrors() {}

    /** What this code means; for a code that the dictionary does not have, what its range says. */
    public static TwilioError of(int code) {
        TwilioError known = CODES.get(code);
        if (known != null) {
            return known;
        }
        Map.Entry<Integer, TwilioError> range = RANGES.floorEntry(code);
        TwilioError like = (range == null ? RANGES.firstEntry() : range).getValue();
        Text operatorText = new Text(
                like.operatorText().en().replace("{code}", Integer.toString(code)),
                like.operatorText().de().replace("{code}", Integer.toString(code)));
        return new TwilioError(code, like.fault(), like.retry(), like.refusesNumber(), operatorText, like.userText());
    }

    /** The codes that the dictionary has, in ascending order. */
    public static SortedSet<Integer> codes() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(CODES.keySet()));
    }

    /** One of the dictionary's sentences for end users. */
    static Text userText(String name) {
        Text text = USER_TEXTS.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no sentence for end users is called " + name);
        }
        return text;
    }

    private static JsonNode read() {
        try (InputStream file = TwilioErrors.class.getResourceAsStream("errors.json")) {
            if (file == null) {
                throw new IllegalStateException("errors.json is missing beside " + TwilioErrors.class.getName());
            }
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(NavigableMap<Integer, TwilioError> errors, JsonNode entries) {
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            int code = Integer.parseInt(entry.getKey());
            JsonNode error = entry.getValue();
            errors.put(
                    code,
                    new TwilioError(
                            code,
                            Fault.valueOf(error.required("fault").stringValue().toUpperCase(Locale.ROOT)),
                            Retry.valueOf(error.required("retry").stringValue().toUpperCase(Locale.ROOT)),
                            error.required("refusesNumber").booleanValue(),
                            text(error),
                            userText(error.required("user").stringValue())));
        }
    }

    private static Text text(JsonNode node) {
        return new Text(node.required("en").stringValue(), node.required("de").stringValue());
    }
}
