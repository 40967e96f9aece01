package dev.ziffer.server.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a request's query and collects everything that is wrong with them: read them,
 * then {@link #check}. An empty parameter is one that is missing.
 */
public final class Parameters {

    private final Map<String, String> values;
    private final Map<String, String> used = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>();

    /** The parameters by name; of several with one name, the first. */
    public Parameters(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** A text that may be missing. */
    public @Nullable String text(String name) {
        String value = values.getOrDefault(name, "");
        if (value.isEmpty()) {
            return null;
        }
        used.put(name, value);
        return value;
    }

    /** A whole number that may be missing. */
    public @Nullable Integer integer(String name, int least, int most) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, as a number out of range is.
        }
        report(name, "field.not_in_range", least, most);
        return null;
    }

    /** Reports something else that is wrong with a parameter. */
    public void report(String name, String code, Object... arguments) {
        issues.add(Issue.at(List.of(name), code, arguments));
    }

    /** Ends the reading: throws 400 {@code guard.invalid_input} with all that is wrong, if anything is. */
    public void check() {
        if (!issues.isEmpty()) {
            throw Issue.error("guard.invalid_input", issues);
        }
    }

    /** The parameters that were there and were read. */
    Map<String, String> used() {
        return used;
    }
}
