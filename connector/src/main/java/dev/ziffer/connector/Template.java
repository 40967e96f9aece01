package dev.ziffer.connector;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message with placeholders in double braces, such as <code>{{code}}</code>.
 *
 * <p>The placeholders are {@code code}, {@code locale} and {@code uiLocales}; upper and lower case matter, white space
 * inside the braces does not. Values are put in once and as they are; what is no placeholder stays as it is.
 *
 * @param usageType what it is for
 * @param locale the language it is written in, as a BCP 47 tag; null for everyone
 * @param content the text
 */
public record Template(UsageType usageType, @Nullable String locale, String content) {

    private static final Set<String> NAMES = Set.of("code", "locale", "uiLocales");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*+)\\}\\}");

    /** White space as JavaScript's {@code \s} has it, whose templates these are. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\uFEFF]++|[\\s\\p{Z}\\uFEFF]++$");

    /** Whether the text has a place for the code. */
    public boolean carriesCode() {
        return placeholders().contains("code");
    }

    /** The placeholders in the text that have no value, each once, as written between the braces. */
    public Set<String> unknownPlaceholders() {
        Set<String> unknown = placeholders();
        unknown.removeAll(NAMES);
        return unknown;
    }

    /** The text with the message's code and locale in their places; a locale that is not known leaves nothing. */
    public String render(Message message) {
        String language = message.locale() == null ? "" : message.locale();
        var text = new StringBuilder(content.length() + 16);
        Matcher placeholder = PLACEHOLDER.matcher(content);
        while (placeholder.find()) {
            placeholder.appendReplacement(text, "");
            text.append(
                    switch (name(placeholder)) {
                        case "code" -> message.code();
                        case "locale", "uiLocales" -> language;
                        default -> placeholder.group();
                    });
        }
        return placeholder.appendTail(text).toString();
    }

    private Set<String> placeholders() {
        var names = new LinkedHashSet<String>();
        Matcher placeholder = PLACEHOLDER.matcher(content);
        while (placeholder.find()) {
            names.add(name(placeholder));
        }
        return names;
    }

    private static String name(Matcher placeholder) {
        return AROUND.matcher(placeholder.group(1)).replaceAll("");
    }
}
