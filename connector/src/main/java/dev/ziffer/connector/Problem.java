package dev.ziffer.connector;

import java.util.List;
import java.util.Locale;

/**
 * One thing that is wrong, or doubtful, in a configuration.
 *
 * @param path where it is: names ({@link String}) and indexes ({@link Integer}) from the configuration's root, such as
 *     {@code ["templates", 0, "content"]}; empty for the configuration as a whole
 * @param code what it is, for programs; stable
 * @param text what it is and how to mend it, for people; never holds a secret of the configuration
 */
public record Problem(List<Object> path, String code, Text text) {

    /** Copies the path, so that nobody can change it afterwards. */
    public Problem {
        path = List.copyOf(path);
    }

    /** The text in this language. */
    public String message(Locale locale) {
        return text.in(locale);
    }
}
