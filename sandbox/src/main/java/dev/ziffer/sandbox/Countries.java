package dev.ziffer.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The countries that the sandbox knows, read from {@code countries.json}. */
final class Countries {

    static final List<Country> ALL = read();

    private static final Map<String, Country> BY_PREFIX = byPrefix();
    private static final int LONGEST_PREFIX =
            BY_PREFIX.keySet().stream().mapToInt(String::length).max().orElse(0);

    private Countries() {}

    static Optional<Country> of(String iso) {
        return ALL.stream().filter(country -> country.iso().equals(iso)).findFirst();
    }

    /** The country of a number in E.164 form, if it is one of these. */
    static Optional<Country> ofNumber(String number) {
        for (int length = Math.min(LONGEST_PREFIX, number.length()); length > 1; length--) {
            Country country = BY_PREFIX.get(number.substring(0, length));
            if (country != null) {
                return Optional.of(country);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Country> byPrefix() {
        Map<String, Country> byPrefix = new HashMap<>();
        ALL.forEach(country -> country.prefixes().forEach(prefix -> byPrefix.put(prefix, country)));
        return byPrefix;
    }

    private static List<Country> read() {
        try (InputStream json = Objects.requireNonNull(Countries.class.getResourceAsStream("countries.json"))) {
            return List.of(Json.MAPPER.readValue(json, Country[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
