package dev.ziffer.server.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Points and spans of time as a person reads them. Public for the templates, which call it {@code times}.
 *
 * @param locale the page's language
 * @param zone where the person is
 */
public record Times(Locale locale, ZoneId zone) {

    private static final long MILLIS_BELOW = 100;
    private static final long TENTHS_BELOW = 10_000;

    /** Date and time, to the second. */
    public String full(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }

    /** Date and time of milliseconds since 1970, to the second. */
    public String full(long millis) {
        return full(Instant.ofEpochMilli(millis));
    }

    /** The time alone, to the second. */
    public String clock(Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }

    /** A span in its largest units: {@code 40 ms}, {@code 0.4 s}, {@code 12 s}, {@code 3 min}, {@code 2 h}. */
    public String span(Duration span) {
        if (span.toMillis() < MILLIS_BELOW) {
            return span.toMillis() + " ms";
        }
        if (span.toMillis() < TENTHS_BELOW) {
            return String.format(locale, "%.1f s", span.toMillis() / 1_000.0);
        }
        if (span.toMinutes() < 2) {
            return span.toSeconds() + " s";
        }
        return span.toHours() < 2 ? span.toMinutes() + " min" : span.toHours() + " h";
    }
}
