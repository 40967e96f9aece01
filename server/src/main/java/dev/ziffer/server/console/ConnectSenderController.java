package dev.ziffer.server.console;

import dev.ziffer.server.connectors.ConnectorDrafts;
import dev.ziffer.server.operators.Operator;
import dev.ziffer.twilio.AccountException;
import dev.ziffer.twilio.MessagingService;
import dev.ziffer.twilio.MessagingServices;
import dev.ziffer.twilio.TwilioAccount;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The account's Messaging Services and their senders: to choose, to create, and to put numbers and names into. */
@Controller
@RequestMapping(ConnectController.PATH)
final class ConnectSenderController {

    private static final String SERVICE = "fromMessagingServiceSID";
    private static final String BACK = "redirect:" + ConnectController.PATH + "#senders";

    private final ConnectorDrafts drafts;
    private final StartingTexts startingTexts;

    ConnectSenderController(ConnectorDrafts drafts, StartingTexts startingTexts) {
        this.drafts = drafts;
        this.startingTexts = startingTexts;
    }

    /** A change to the account. */
    private interface Change {

        /** Makes it; the service that is used from now on, or null for the same. */
        @Nullable
        String in(TwilioAccount account) throws AccountException;
    }

    @GetMapping("/services")
    String services(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(defaultValue = "false") boolean numbers,
            Locale locale,
            Model model) {
        Optional<TwilioAccount> account = drafts.account(operator.id(), () -> startingTexts.config(locale));
        if (account.isPresent()) {
            try {
                model.addAttribute("list", SenderList.of(account.get(), chosen(operator, locale), numbers));
            } catch (AccountException e) {
                model.addAttribute("failure", e.operatorText(locale));
            }
        }
        return "console/connect-account :: services";
    }

    private String chosen(Operator operator, Locale locale) {
        return drafts.open(operator.id(), () -> startingTexts.config(locale))
                .config()
                .path(SERVICE)
                .asString("");
    }

    /** Chooses a service. */
    @PostMapping("/services/use")
    String use(@AuthenticationPrincipal Operator operator, @RequestParam String service, Locale locale) {
        choose(operator, service, locale);
        return BACK;
    }

    private void choose(Operator operator, String service, Locale locale) {
        drafts.edit(
                operator.id(),
                () -> startingTexts.config(locale),
                config -> ConnectEdit.apply(config, Map.of(SERVICE, service)));
    }

    /** Creates a service for codes and chooses it. */
    @PostMapping("/services/create")
    String create(
            @AuthenticationPrincipal Operator operator,
            @RequestParam(defaultValue = "") String name,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return change(operator, locale, response, model, account -> {
            MessagingService made = account.messagingServices().create(name.strip());
            return made.sid();
        });
    }

    /** Makes a number of the account a sender, taking it out of the service that has it. */
    @PostMapping("/services/attach")
    String attach(
            @AuthenticationPrincipal Operator operator,
            @RequestParam String service,
            @RequestParam String number,
            @RequestParam(required = false) @Nullable String from,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return change(operator, locale, response, model, account -> {
            MessagingServices services = account.messagingServices();
            if (from != null) {
                services.detach(from, number);
            }
            services.attach(service, number);
            return null;
        });
    }

    @PostMapping("/services/detach")
    String detach(
            @AuthenticationPrincipal Operator operator,
            @RequestParam String service,
            @RequestParam String number,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return change(operator, locale, response, model, account -> {
            account.messagingServices().detach(service, number);
            return null;
        });
    }

    @PostMapping("/services/name")
    String addName(
            @AuthenticationPrincipal Operator operator,
            @RequestParam String service,
            @RequestParam(defaultValue = "") String name,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return change(operator, locale, response, model, account -> {
            account.messagingServices().addAlphaSender(service, name.strip());
            return null;
        });
    }

    private String change(Operator operator, Locale locale, HttpServletResponse response, Model model, Change change) {
        Optional<TwilioAccount> account = drafts.account(operator.id(), () -> startingTexts.config(locale));
        if (account.isEmpty()) {
            return BACK;
        }
        try {
            String service = change.in(account.get());
            if (service != null) {
                choose(operator, service, locale);
            }
            return BACK;
        } catch (AccountException e) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("status", HttpStatus.BAD_REQUEST.value());
            model.addAttribute("message", e.operatorText(locale));
            model.addAttribute("back", ConnectController.PATH + "#senders");
            return "console/error";
        }
    }
}
