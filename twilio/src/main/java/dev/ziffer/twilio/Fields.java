package dev.ziffer.twilio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object and reports what is wrong with them. A field that is null counts as absent; the
 * fields that are known are those that were asked for.
 */
final class Fields {

    private final JsonNode object;
    private final List<Object> path;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    /** The fields of the object at this path of the configuration. */
    Fields(JsonNode object, List<Object> path, Problems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    boolean absent(String key) {
        JsonNode value = value(key);
        return value.isMissingNode() || value.isNull();
    }

    /** Whatever the field holds; a missing node when it is not there. */
    JsonNode value(String key) {
        known.add(key);
        return object.path(key);
    }

    /** The path of a field, from the configuration's root. */
    List<Object> at(String key) {
        var at = new ArrayList<Object>(path);
        at.add(key);
        return at;
    }

    /** Reports that a field is missing; the texts say what it is for. */
    void missing(String key, String en, String de) {
        problems.error(
                at(key),
                "required",
                "\"" + key + "\" is missing: give " + en + ".",
                "„" + key + "“ fehlt: " + de + ".");
    }

    /** A text that is not empty; null when it is absent or was reported. */
    @Nullable
    String text(String key) {
        if (absent(key)) {
            return null;
        }
        JsonNode value = value(key);
        if (!value.isString()) {
            problems.error(
                    at(key), "wrong_type", "\"" + key + "\" must be a text.", "„" + key + "“ muss ein Text sein.");
            return null;
        }
        if (value.stringValue().isBlank()) {
            problems.error(
                    at(key),
                    "empty",
                    "\"" + key + "\" is empty. Fill it in or leave it out.",
                    "„" + key + "“ ist leer. Füllen Sie es aus oder lassen Sie es weg.");
            return null;
        }
        return value.stringValue();
    }

    /** A text of this form; null when it is absent or was reported. */
    @Nullable
    String text(String key, Pattern form, String code, String en, String de) {
        String text = text(key);
        if (text == null || form.matcher(text).matches()) {
            return text;
        }
        problems.error(at(key), code, en, de);
        return null;
    }

    /** A SID that begins with this prefix; null when it is absent or was reported. */
    @Nullable
    String sid(String key, String prefix) {
        return text(
                key,
                Pattern.compile(prefix + "[0-9a-fA-F]{32}"),
                "malformed_sid",
                "\"" + key + "\" must be " + prefix + " followed by 32 hexadecimal digits, without spaces.",
                "„" + key + "“ muss aus " + prefix + " und 32 Hexadezimalziffern bestehen, ohne Leerzeichen.");
    }

    /** Whether a switch is on; off when it is absent. */
    boolean on(String key) {
        JsonNode value = value(key);
        if (!absent(key) && !value.isBoolean()) {
            problems.error(
                    at(key),
                    "wrong_type",
                    "\"" + key + "\" must be true or false.",
                    "„" + key + "“ muss true oder false sein.");
        }
        return value.asBoolean(false);
    }

    /** Warns of every field that is not known: to be called when all that are have been asked for. */
    void warnOfOthers() {
        for (String key : object.propertyNames()) {
            if (known.contains(key) || object.path(key).isNull()) {
                continue;
            }
            String name = Problems.shown(key);
            String meant = Spelling.nearest(key, known).orElse(null);
            problems.warning(
                    at(key),
                    "unknown_field",
                    "Nothing reads \"" + name + "\". "
                            + (meant == null ? "Leave it out." : "Did you mean \"" + meant + "\"?"),
                    "„" + name + "“ wird nirgends gelesen. "
                            + (meant == null ? "Lassen Sie es weg." : "Ist „" + meant + "“ gemeint?"));
        }
    }
}
