package dev.ziffer.server.console;

import dev.ziffer.connector.Money;
import dev.ziffer.server.connectors.ConnectorDraft;
import dev.ziffer.twilio.AccountException;
import dev.ziffer.twilio.AvailableNumber;
import dev.ziffer.twilio.NumberSearch;
import dev.ziffer.twilio.NumberType;
import dev.ziffer.twilio.TwilioAccount;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The numbers that are for sale. */
@Controller
final class NumbersController {

    static final String PATH = ConnectController.PATH + "/numbers";

    private static final String PAGE = "console/numbers";

    /** Enough to choose from; who wants others says more of what they look for. */
    private static final int MOST_SHOWN = 20;

    private final Countries countries;

    NumbersController(Countries countries) {
        this.countries = countries;
    }

    /**
     * What is looked for.
     *
     * @param country ISO 3166-1 alpha-2; empty before anything is looked for
     * @param type by {@link NumberType}; another one where the country does not have it
     */
    public record Wanted(String country, String type, String contains, String areaCode) {

        /** Takes what was not sent for empty. */
        public Wanted(
                @Nullable String country, @Nullable String type, @Nullable String contains, @Nullable String areaCode) {
            this.country = country == null ? "" : country;
            this.type = type == null ? "" : type;
            this.contains = contains == null ? "" : contains.strip();
            this.areaCode = areaCode == null ? "" : areaCode.strip();
        }

        private NumberSearch search(NumberType existing) {
            return new NumberSearch(
                    country, existing, contains.isEmpty() ? null : contains, areaCode.isEmpty() ? null : areaCode);
        }
    }

    @GetMapping(PATH)
    String search(ConnectorDraft draft, Wanted wanted, Locale locale, Model model) {
        Optional<TwilioAccount> account = draft.account();
        model.addAttribute("section", "connector");
        model.addAttribute("countries", countries.in(locale));
        model.addAttribute("country", wanted.country().isEmpty() ? Countries.likely(locale) : wanted.country());
        model.addAttribute("wanted", wanted);
        model.addAttribute("type", wanted.type());
        model.addAttribute("connected", account.isPresent());
        if (account.isPresent() && !wanted.country().isEmpty()) {
            try {
                find(account.get(), wanted, locale, model);
            } catch (AccountException e) {
                model.addAttribute("failure", e.operatorText(locale));
            }
        }
        return PAGE;
    }

    private static void find(TwilioAccount account, Wanted wanted, Locale locale, Model model) throws AccountException {
        Set<NumberType> types = account.phoneNumbers().types(wanted.country());
        model.addAttribute("types", types);
        NumberType type = type(wanted.type())
                .filter(types::contains)
                .orElseGet(() -> types.stream().findFirst().orElse(null));
        if (type == null) {
            return;
        }
        List<AvailableNumber> found = account.phoneNumbers().search(wanted.search(type));
        Money price = account.prices().numbers(wanted.country()).get(type);
        model.addAttribute("type", type.name());
        model.addAttribute("found", found.stream().limit(MOST_SHOWN).toList());
        model.addAttribute("price", price == null ? null : Amounts.in(price, locale));
    }

    static Optional<NumberType> type(String name) {
        return Arrays.stream(NumberType.values())
                .filter(type -> type.name().equals(name))
                .findFirst();
    }
}
