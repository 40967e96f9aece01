package dev.ziffer.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The texts of the error codes, in {@code errors.properties} and {@code errors_de.properties}. */
public final class ErrorTexts {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** Longer lists of languages are not worth reading. */
    private static final int LONGEST_HEADER = 200;

    private ErrorTexts() {}

    /** The text of a code, with the arguments in its places. */
    public static String text(String code, Locale locale, Object... arguments) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "dev.ziffer.server.web.errors",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(code), locale).format(arguments);
    }

    /** The best of our languages for the caller; English where none fits. */
    public static Locale language(HttpServletRequest request) {
        return language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
