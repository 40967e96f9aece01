package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a query or of a form-encoded body. Of a name given twice the first counts.
 *
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">URL Standard,
 *     application/x-www-form-urlencoded</a>
 */
final class Form {

    static final Form EMPTY = new Form(Map.of());

    private final Map<String, String> values;

    private Form(Map<String, String> values) {
        this.values = values;
    }

    /** Reads parameters; throws {@link IllegalArgumentException} for a broken percent sign. */
    static Form parse(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.putIfAbsent(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
            }
        }
        return new Form(values);
    }

    /** The names that are given, in their order. */
    Set<String> names() {
        return values.keySet();
    }

    /** The value as it was given, also when empty. */
    Optional<String> given(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value, unless it is missing or blank. */
    Optional<String> value(String name) {
        return given(name).filter(value -> !value.isBlank());
    }
}
