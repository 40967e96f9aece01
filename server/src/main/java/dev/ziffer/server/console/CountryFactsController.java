package dev.ziffer.server.console;

import dev.ziffer.server.connectors.ConnectorDraft;
import dev.ziffer.twilio.AccountException;
import dev.ziffer.twilio.GeoPermission;
import dev.ziffer.twilio.PriceRange;
import dev.ziffer.twilio.TwilioAccount;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a message to a country costs, and whether the account may send there. */
@Controller
@RequestMapping(ConnectController.PATH + "/country")
final class CountryFactsController {

    @GetMapping
    String facts(ConnectorDraft draft, @RequestParam String country, Locale locale, Model model) {
        Optional<TwilioAccount> account = draft.account();
        model.addAttribute("country", country);
        model.addAttribute("countryName", Locale.of("", country).getDisplayCountry(locale));
        if (account.isPresent()) {
            try {
                account.get()
                        .prices()
                        .sms(country)
                        .ifPresent(range -> model.addAttribute("price", price(range, locale)));
                Optional<GeoPermission> permission =
                        account.get().geoPermissions().of(country);
                model.addAttribute(
                        "off", permission.isPresent() && !permission.get().enabled());
            } catch (AccountException e) {
                // A key that may send need not be allowed to read these; the test says what matters.
                model.addAttribute("price", null);
            }
        }
        return "console/connect-account :: country";
    }

    private static String price(PriceRange range, Locale locale) {
        String lowest = Amounts.in(range.lowest(), locale);
        String highest = Amounts.in(range.highest(), locale);
        return (lowest.equals(highest) ? lowest : lowest + "–" + highest) + " " + range.currency();
    }

    /** Lets the account send to a country. */
    @PostMapping("/enable")
    String enable(ConnectorDraft draft, @RequestParam String country) throws AccountException {
        Optional<TwilioAccount> account = draft.account();
        if (account.isPresent()) {
            account.get().geoPermissions().enable(country);
        }
        return "redirect:" + ConnectController.PATH + "#test";
    }
}
