package dev.ziffer.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
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
    private final List<Issue> issues;

    private Body(JsonNode body, List<Object> path, List<Issue> issues) {
        this.body = body;
        this.path = path;
        this.issues = issues;
    }

    /**
     * Reads this body.
     *
     * @throws RequestError if it is not a JSON object, or has texts that are none
     */
    public static Body of(JsonNode body) {
        if (!body.isObject()) {
            throw Issue.error("guard.invalid_input", List.of(Issue.at(List.of(), "field.not_an_object")));
        }
        List<Issue> malformed = Malformed.in(body);
        if (!malformed.isEmpty()) {
            throw Issue.error("guard.invalid_input", malformed);
        }
        return new Body(body, List.of(), new ArrayList<>());
    }

    /** A text that must be there and not be empty; empty if it is not, which {@link #check} reports. */
    public String text(String field, int longest) {
        String text = optionalText(field, longest);
        if (text == null || text.isEmpty()) {
            if (issues.stream().noneMatch(issue -> issue.path().equals(below(List.of(field))))) {
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

    /** One of the values that have these names, or null where none is given. */
    public <T> @Nullable T choice(String field, Map<String, T> values) {
        JsonNode value = value(field);
        return value == null ? null : chosen(value, List.of(field), values);
    }

    /** A list of values that have these names, or null where none is given. */
    public <T> @Nullable List<T> choices(String field, Map<String, T> values) {
        List<T> all = new ArrayList<>();
        boolean given = eachOf(field, Integer.MAX_VALUE, (value, index) -> {
            T chosen = chosen(value, List.of(field, index), values);
            if (chosen != null) {
                all.add(chosen);
            }
        });
        return given ? all : null;
    }

    private <T> @Nullable T chosen(JsonNode value, List<Object> where, Map<String, T> values) {
        T chosen = values.get(value.asString(""));
        if (!value.isString() || chosen == null) {
            issues.add(Issue.at(below(where), "field.not_one_of", String.join(", ", values.keySet())));
            return null;
        }
        return chosen;
    }

    /** A list of texts that are not empty, or null where none is given. */
    public @Nullable List<String> texts(String field, int most, int longest) {
        List<String> all = new ArrayList<>();
        boolean given = eachOf(field, most, (value, index) -> {
            List<Object> where = below(List.of(field, index));
            if (!value.isString()) {
                issues.add(Issue.at(where, "field.not_a_string"));
            } else if (value.stringValue().isEmpty()) {
                issues.add(Issue.at(where, "field.missing"));
            } else if (value.stringValue().length() > longest) {
                issues.add(Issue.at(where, "field.too_long", longest));
            } else {
                all.add(value.stringValue());
            }
        });
        return given ? all : null;
    }

    /** An object that may be missing; what is wrong with it is reported with the rest of this body. */
    public @Nullable Body object(String field) {
        JsonNode value = value(field);
        return value == null ? null : part(value, List.of(field));
    }

    /** A list of objects, or null where none is given; what is wrong with them is reported with the rest of this body. */
    public @Nullable List<Body> objects(String field) {
        List<Body> all = new ArrayList<>();
        boolean given = eachOf(field, Integer.MAX_VALUE, (value, index) -> {
            Body part = part(value, List.of(field, index));
            if (part != null) {
                all.add(part);
            }
        });
        return given ? all : null;
    }

    private @Nullable Body part(JsonNode value, List<Object> where) {
        if (!value.isObject()) {
            issues.add(Issue.at(below(where), "field.not_an_object"));
            return null;
        }
        return new Body(value, below(where), issues);
    }

    /** Reads each entry of a list, with its index; whether there is one. */
    private boolean eachOf(String field, int most, ObjIntConsumer<JsonNode> reading) {
        JsonNode list = value(field);
        if (list == null) {
            return false;
        }
        if (!list.isArray()) {
            report(field, "field.not_a_list");
            return false;
        }
        if (list.size() > most) {
            report(field, "field.too_many", most);
            return false;
        }
        for (int index = 0; index < list.size(); index++) {
            reading.accept(list.get(index), index);
        }
        return true;
    }

    /** Whether the field is there, be it as null. */
    public boolean has(String field) {
        return body.has(field);
    }

    /** Whatever is there; null where nothing is. */
    public @Nullable JsonNode value(String field) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : value;
    }

    /** Reports those of these fields that are missing. */
    public Body require(String... fields) {
        for (String field : fields) {
            if (value(field) == null) {
                report(field, "field.missing");
            }
        }
        return this;
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
        issues.add(Issue.at(below(List.of(field)), code, arguments));
    }

    private List<Object> below(List<Object> where) {
        List<Object> whole = new ArrayList<>(path);
        whole.addAll(where);
        return whole;
    }

    /** Ends the reading: throws 400 {@code guard.invalid_input} with all that is wrong, if anything is. */
    public void check() {
        if (!issues.isEmpty()) {
            throw Issue.error("guard.invalid_input", issues);
        }
    }
}
