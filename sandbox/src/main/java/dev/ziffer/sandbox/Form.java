package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a query or of a form-encoded body. Of a name given twice the first counts where one value is meant.
 *
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">URL Standard,
 *     application/x-www-form-urlencoded</a>
 */
final class Form {

    static final Form EMPTY = new Form(Map.of());

    private final Map<String, List<String>> values;

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Reads parameters; throws {@link IllegalArgumentException} for a broken percent sign. */
    static Form parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                values.computeIfAbsent(URLDecoder.decode(name, UTF_8), _ -> new ArrayList<>())
                        .add(URLDecoder.decode(value, UTF_8));
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
        return all(name).stream().findFirst();
    }

    /** Every value of a name that may be given more than once. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The value, unless it is missing or blank. */
    Optional<String> value(String name) {
        return given(name).filter(value -> !value.isBlank());
    }
}
