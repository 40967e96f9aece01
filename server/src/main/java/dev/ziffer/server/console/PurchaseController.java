package dev.ziffer.server.console;

import dev.ziffer.connector.Money;
import dev.ziffer.server.connectors.ConnectorDraft;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.twilio.AccountException;
import dev.ziffer.twilio.NumberType;
import dev.ziffer.twilio.OwnedNumber;
import dev.ziffer.twilio.TwilioAccount;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Buying a number for the chosen Messaging Service. Nothing is bought before its price was confirmed, and nothing at
 * another price than that.
 */
@Controller
@RequestMapping(NumbersController.PATH + "/buy")
final class PurchaseController {

    private static final String PAGE = "console/numbers-buy";

    /**
     * A number that is to be bought.
     *
     * @param country ISO 3166-1 alpha-2
     * @param type by {@link NumberType}
     */
    public record Offer(String number, String country, String type) {

        /** Refuses what no link of ours leaves out. */
        public Offer(@Nullable String number, @Nullable String country, @Nullable String type) {
            if (number == null || country == null || type == null) {
                throw RequestError.of(HttpStatus.BAD_REQUEST, "request.invalid");
            }
            this.number = number;
            this.country = country;
            this.type = type;
        }

        private @Nullable Money price(TwilioAccount account) throws AccountException {
            Optional<NumberType> known = NumbersController.type(type);
            return known.isPresent() ? account.prices().numbers(country).get(known.get()) : null;
        }
    }

    /** Asks whether the number is to be bought, and says for how much. */
    @GetMapping
    String confirm(ConnectorDraft draft, Offer offer, Locale locale, Model model) throws AccountException {
        Optional<TwilioAccount> account = draft.account();
        return account.isPresent()
                ? confirm(draft, offer, offer.price(account.get()), locale, model)
                : "redirect:" + NumbersController.PATH;
    }

    private static String confirm(
            ConnectorDraft draft, Offer offer, @Nullable Money price, Locale locale, Model model) {
        model.addAttribute("section", "connector");
        model.addAttribute("offer", offer);
        model.addAttribute("price", price == null ? null : exact(price));
        model.addAttribute("shownPrice", price == null ? null : Amounts.in(price, locale));
        model.addAttribute("attached", !service(draft).isEmpty());
        return PAGE;
    }

    /** Buys the number at the price that was confirmed, and makes it a sender of the chosen service. */
    @PostMapping
    String buy(ConnectorDraft draft, Offer offer, @RequestParam String price, Locale locale, Model model)
            throws AccountException {
        Optional<TwilioAccount> account = draft.account();
        if (account.isEmpty()) {
            return "redirect:" + NumbersController.PATH;
        }
        Money now = offer.price(account.get());
        if (now == null || !exact(now).equals(price)) {
            return confirm(draft, offer, now, locale, model);
        }
        OwnedNumber bought = account.get().phoneNumbers().buy(offer.number());
        return "redirect:" + ConnectController.PATH + "?" + attach(draft, account.get(), bought) + "#senders";
    }

    /** It is bought whatever comes of this, and the page says so. */
    private static String attach(ConnectorDraft draft, TwilioAccount account, OwnedNumber bought) {
        String service = service(draft);
        if (service.isEmpty()) {
            return "unattached";
        }
        try {
            account.messagingServices().attach(service, bought.sid());
            return "bought";
        } catch (AccountException e) {
            return "unattached";
        }
    }

    private static String service(ConnectorDraft draft) {
        return draft.state().config().path(ConnectSenderController.SERVICE).asString("");
    }

    /** For comparing, whatever the language. */
    private static String exact(Money price) {
        return price.amount().toPlainString() + " " + price.currency();
    }
}
