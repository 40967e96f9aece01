package dev.ziffer.connector;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message with placeholders in double braces, such as <code>{{code}}</code>.
 *
 * <p>The placeholders are {@code code}, {@code locale} and {@code uiLocales}; upper and lower case matter, white space
 * inside the braces does not. Values are put in as they are, once: a value that looks like a placeholder stays as it
 * is.
 *
 * @param usageType what it is for
 * @param locale the language it is written in, as a BCP 47 tag; null for everyone
 * @param content the text
 */
public record Template(UsageType usageType, @Nullable String locale, String content) {

    private static final Set<String> NAMES = Set.of("code", "locale", "uiLocales");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{[\\s\\p{Z}]*+([^{}\\s\\p{Z}]*+)[\\s\\p{Z}]*+\\}\\}");

    /** Whether the text has a place for the code. */
    public boolean carriesCode() {
        Matcher placeholder = PLACEHOLDER.matcher(content);
        while (placeholder.find()) {
            if (placeholder.group(1).equals("code")) {
                return true;
            }
        }
        return false;
    }

    /** The placeholders in the text that have no value, each once, as written between the braces. */
    public Set<String> unknownPlaceholders() {
        var unknown = new LinkedHashSet<String>();
        fill(content, name -> {
            if (!NAMES.contains(name)) {
                unknown.add(name);
            }
            return "";
        });
        return unknown;
    }

    /** The text with the message's code and locale in their places; a locale that is not known leaves nothing. */
    public String render(Message message) {
        String language = message.locale() == null ? "" : message.locale();
        return fill(content, name -> switch (name) {
            case "code" -> message.code();
            case "locale", "uiLocales" -> language;
            default -> "{{" + name + "}}";
        });
    }

    private static String fill(String content, UnaryOperator<String> value) {
        var text = new StringBuilder(content.length() + 16);
        Matcher placeholder = PLACEHOLDER.matcher(content);
        while (placeholder.find()) {
            placeholder.appendReplacement(text, "");
            text.append(value.apply(placeholder.group(1)));
        }
        return placeholder.appendTail(text).toString();
    }
}
