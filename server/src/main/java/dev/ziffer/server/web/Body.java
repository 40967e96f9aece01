package dev.ziffer.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of a request's JSON object and collects everything that is wrong with them, so that a
 * caller learns of all of it at once: read the fields, then {@link #check}. A field that is null is one
 * that is missing.
 */
public final class Body {

    private final JsonNode body;
    private final List<Object> path;
    private final List<Issue> issues = new ArrayList<>();

    private Body(JsonNode body, List<Object> path) {
        this.body = body;
        this.path = path;
    }

    /**
     * Reads this body, or this part of one.
     *
     * @param path where the part is; empty for the whole
     * @throws RequestError if it is not a JSON object, or has texts that are none
     */
    public static Body of(JsonNode body, Object... path) {
        if (!body.isObject()) {
            throw Issue.error("guard.invalid_input", List.of(Issue.at(List.of(path), "field.not_an_object")));
        }
        List<Issue> malformed = Malformed.in(body);
        if (!malformed.isEmpty()) {
            throw Issue.error("guard.invalid_input", malformed);
        }
        return new Body(body, List.of(path));
    }

    /** A text that must be there and not be empty; empty if it is not, which {@link #check} reports. */
    public String text(String field, int longest) {
        String text = optionalText(field, longest);
        if (text == null || text.isEmpty()) {
            if (issues.stream().noneMatch(issue -> issue.path().equals(pathOf(field)))) {
                report(field, "field.missing");
            }
            return "";
        }
        return text;
    }

    /** A text that may be missing. */
    public @Nullable String optionalText(String field, int longest) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            report(field, "field.not_a_string");
            return null;
        }
        if (value.stringValue().length() > longest) {
            report(field, "field.too_long", longest);
            return null;
        }
        return value.stringValue();
    }

    /** A whole number that may be missing. */
    public @Nullable Integer optionalInteger(String field, int least, int most) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            report(field, "field.not_in_range", least, most);
            return null;
        }
        return value.intValue();
    }

    /** A yes or no that may be missing, which is a no. */
    public boolean flag(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            report(field, "field.not_a_boolean");
            return false;
        }
        return value.booleanValue();
    }

    /** Whatever is there; null where nothing is. */
    public @Nullable JsonNode value(String field) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : value;
    }

    /** Reports a field that other systems know and this one does not have. */
    public Body refuse(String field) {
        if (value(field) != null) {
            report(field, "field.not_supported");
        }
        return this;
    }

    /** Reports every field but those of these names. */
    public Body refuseOthers(String... known) {
        Set<String> names = Set.of(known);
        body.propertyNames().stream().filter(name -> !names.contains(name)).forEach(this::refuse);
        return this;
    }

    /** Reports something else that is wrong with a field. */
    public void report(String field, String code, Object... arguments) {
        issues.add(Issue.at(pathOf(field), code, arguments));
    }

    private List<Object> pathOf(String field) {
        List<Object> whole = new ArrayList<>(path);
        whole.add(field);
        return whole;
    }

    /** Ends the reading: throws 400 {@code guard.invalid_input} with all that is wrong, if anything is. */
    public void check() {
        if (!issues.isEmpty()) {
            throw Issue.error("guard.invalid_input", issues);
        }
    }
}
