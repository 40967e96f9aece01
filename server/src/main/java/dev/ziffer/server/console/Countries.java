package dev.ziffer.server.console;

import dev.ziffer.server.protection.Protection;
import dev.ziffer.verification.PhoneNumber;
import java.text.Collator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The countries that codes may go to, as a page offers them. */
@Component
public final class Countries {

    private final Protection protection;

    Countries(Protection protection) {
        this.protection = protection;
    }

    /**
     * A country.
     *
     * @param code ISO 3166-1 alpha-2
     * @param name in the page's language
     * @param callingCode with its plus sign
     */
    public record Country(String code, String name, String callingCode) {}

    /** All that are allowed, by name. */
    List<Country> in(Locale locale) {
        var allowed = protection.rules().countries();
        Collator byName = Collator.getInstance(locale);
        return PhoneNumber.regions().stream()
                .filter(code -> allowed.allowed().isEmpty() || allowed.allowed().contains(code))
                .map(code -> new Country(
                        code, Locale.of("", code).getDisplayCountry(locale), "+" + PhoneNumber.callingCode(code)))
                .sorted((one, other) -> byName.compare(one.name(), other.name()))
                .toList();
    }

    /** The country that a browser's languages point to; Germany for German, else the United States. */
    static String likely(Locale locale) {
        if (!locale.getCountry().isEmpty()) {
            return locale.getCountry();
        }
        return locale.getLanguage().equals("de") ? "DE" : "US";
    }
}
