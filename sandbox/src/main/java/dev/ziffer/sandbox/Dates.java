package dev.ziffer.sandbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How Twilio writes when something happened: in one way in the API of 2010, in another in those after it. */
final class Dates {

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Dates() {}

    /** As in {@code Sat, 31 Jan 2026 12:00:00 +0000}. */
    static String rfc2822(Instant instant) {
        return RFC_2822.format(instant);
    }

    /** As in {@code 2026-01-31T12:00:00Z}. */
    static String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
