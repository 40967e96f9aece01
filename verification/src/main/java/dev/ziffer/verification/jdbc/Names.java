package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.StartResult.Limit;
import java.util.Locale;

/** What the limits of a start are called in their table. */
final class Names {

    private Names() {}

    static String of(Limit limit) {
        return limit.name().toLowerCase(Locale.ROOT);
    }

    static Limit limit(String name) {
        return Limit.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
