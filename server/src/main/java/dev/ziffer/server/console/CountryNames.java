package dev.ziffer.server.console;

import dev.ziffer.verification.PhoneNumber;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of all countries that have numbers, allowed or not: messages went to them. */
final class CountryNames {

    private CountryNames() {}

    /** Code and name of each, by name. */
    static List<Map.Entry<String, String>> all(Locale locale) {
        Collator byName = Collator.getInstance(locale);
        return PhoneNumber.regions().stream()
                .map(code -> Map.entry(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted((one, other) -> byName.compare(one.getValue(), other.getValue()))
                .toList();
    }
}
