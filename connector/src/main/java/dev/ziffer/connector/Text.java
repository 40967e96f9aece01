package dev.ziffer.connector;

import java.util.Locale;

/**
 * One sentence in the languages that Ziffer speaks.
 *
 * @param en in English
 * @param de in German
 */
public record Text(String en, String de) {

    /** The sentence in this language; English for every language but German. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("de") ? de : en;
    }
}
