package dev.ziffer.server.console;

import dev.ziffer.server.connectors.ConnectorDrafts;
import dev.ziffer.server.operators.Operator;
import dev.ziffer.twilio.AccountException;
import dev.ziffer.twilio.Money;
import dev.ziffer.twilio.NumberSearch;
import dev.ziffer.twilio.NumberType;
import dev.ziffer.twilio.OwnedNumber;
import dev.ziffer.twilio.TwilioAccount;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Numbers that are for sale: to look for, and to buy for the chosen Messaging Service. Nothing is bought before its price
 * was confirmed, and nothing at another price than that.
 */
@Controller
@RequestMapping(NumbersController.PATH)
final class NumbersController {

    static final String PATH = ConnectController.PATH + "/numbers";

    private static final String PAGE = "console/numbers";
    /** Enough to choose from; who wants others says more of what they look for. */
    private static final int MOST_SHOWN = 20;

    private static final String SERVICE = "fromMessagingServiceSID";

    private final ConnectorDrafts drafts;
    private final StartingTexts startingTexts;
    private final Countries countries;

    NumbersController(ConnectorDrafts drafts, StartingTexts startingTexts, Countries countries) {
        this.drafts = drafts;
        this.startingTexts = startingTexts;
        this.countries = countries;
    }

    @GetMapping
    String search(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(required = false) @Nullable String country,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String contains,
            @RequestParam(defaultValue = "") String areaCode,
            Locale locale,
            Model model) {
        model.addAttribute("section", "connector");
        model.addAttribute("countries", countries.in(locale));
        model.addAttribute("country", country == null ? Countries.likely(locale) : country);
        model.addAttribute("type", type);
        model.addAttribute("contains", contains);
        model.addAttribute("areaCode", areaCode);
        Optional<TwilioAccount> account = account(operator, locale);
        model.addAttribute("connected", account.isPresent());
        if (account.isPresent() && country != null) {
            try {
                find(account.get(), country, type, contains, areaCode, locale, model);
            } catch (AccountException e) {
                model.addAttribute("failure", e.operatorText(locale));
            }
        }
        return PAGE;
    }

    private static void find(
            TwilioAccount account,
            String country,
            String type,
            String contains,
            String areaCode,
            Locale locale,
            Model model)
            throws AccountException {
        Set<NumberType> types = account.phoneNumbers().types(country);
        model.addAttribute("types", types);
        NumberType wanted = type(type)
                .filter(types::contains)
                .orElseGet(() -> types.stream().findFirst().orElse(null));
        if (wanted == null) {
            return;
        }
        model.addAttribute("type", wanted.name());
        Money price = account.prices().numbers(country).get(wanted);
        model.addAttribute("price", price == null ? null : Amounts.in(price, locale));
        model.addAttribute(
                "found",
                account
                        .phoneNumbers()
                        .search(new NumberSearch(
                                country,
                                wanted,
                                contains.isBlank() ? null : contains.strip(),
                                areaCode.isBlank() ? null : areaCode.strip()))
                        .stream()
                        .limit(MOST_SHOWN)
                        .toList());
    }

    private static Optional<NumberType> type(String name) {
        return Arrays.stream(NumberType.values())
                .filter(type -> type.name().equals(name))
                .findFirst();
    }

    /** Asks whether the number is to be bought, and says for how much. */
    @GetMapping("/buy")
    String confirm(
            @AuthenticationPrincipal Operator operator,
            @RequestParam String number,
            @RequestParam String country,
            @RequestParam String type,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            Optional<TwilioAccount> account = account(operator, locale);
            Optional<NumberType> wanted = type(type);
            if (account.isEmpty() || wanted.isEmpty()) {
                return "redirect:" + PATH;
            }
            Money price = account.get().prices().numbers(country).get(wanted.get());
            model.addAttribute("section", "connector");
            model.addAttribute("number", number);
            model.addAttribute("country", country);
            model.addAttribute("type", type);
            model.addAttribute("price", price == null ? null : Amounts.in(price, locale));
            model.addAttribute("service", service(operator, locale));
            return "console/numbers-buy";
        } catch (AccountException e) {
            return failed(e, locale, response, model);
        }
    }

    /** Buys the number at the price that was confirmed, and puts it into the chosen service. */
    @PostMapping("/buy")
    String buy(
            @AuthenticationPrincipal Operator operator,
            @RequestParam String number,
            @RequestParam String country,
            @RequestParam String type,
            @RequestParam String price,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Optional<TwilioAccount> account = account(operator, locale);
        Optional<NumberType> wanted = type(type);
        if (account.isEmpty() || wanted.isEmpty()) {
            return "redirect:" + PATH;
        }
        try {
            Map<NumberType, Money> prices = account.get().prices().numbers(country);
            Money now = prices.get(wanted.get());
            if (now == null || !Amounts.in(now, locale).equals(price)) {
                return confirm(operator, number, country, type, locale, response, model);
            }
            OwnedNumber bought = account.get().phoneNumbers().buy(number);
            String service = service(operator, locale);
            if (!service.isEmpty()) {
                account.get().messagingServices().attach(service, bought.sid());
            }
            return "redirect:" + ConnectController.PATH + "?bought#senders";
        } catch (AccountException e) {
            return failed(e, locale, response, model);
        }
    }

    private static String failed(AccountException e, Locale locale, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("status", HttpStatus.BAD_REQUEST.value());
        model.addAttribute("message", e.operatorText(locale));
        model.addAttribute("back", PATH);
        return "console/error";
    }

    private Optional<TwilioAccount> account(Operator operator, Locale locale) {
        return drafts.account(operator.id(), () -> startingTexts.config(locale));
    }

    private String service(Operator operator, Locale locale) {
        return drafts.open(operator.id(), () -> startingTexts.config(locale))
                .config()
                .path(SERVICE)
                .asString("");
    }
}
