package dev.ziffer.server.console;

import dev.ziffer.server.connectors.ConnectorDraft;
import dev.ziffer.twilio.AccountException;
import dev.ziffer.twilio.MessagingServices;
import dev.ziffer.twilio.TwilioAccount;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    static final String SERVICE = "fromMessagingServiceSID";
    private static final String BACK = "redirect:" + ConnectController.PATH + "#senders";

    @GetMapping("/services")
    String services(
            ConnectorDraft draft, @RequestParam(defaultValue = "false") boolean numbers, Locale locale, Model model) {
        Optional<TwilioAccount> account = draft.account();
        if (account.isPresent()) {
            try {
                String chosen = draft.state().config().path(SERVICE).asString("");
                model.addAttribute("list", SenderList.of(account.get(), chosen, numbers));
            } catch (AccountException e) {
                model.addAttribute("failure", e.operatorText(locale));
            }
        }
        return "console/connect-account :: services";
    }

    /** Chooses a service. */
    @PostMapping("/services/use")
    String use(ConnectorDraft draft, @RequestParam String service) {
        draft.edit(config -> ConnectEdit.apply(config, Map.of(SERVICE, service)));
        return BACK;
    }

    /** Creates a service for codes and chooses it. */
    @PostMapping("/services/create")
    String create(ConnectorDraft draft, @RequestParam(defaultValue = "") String name) throws AccountException {
        Optional<MessagingServices> services = services(draft);
        return services.isPresent()
                ? use(draft, services.get().create(name.strip()).sid())
                : BACK;
    }

    /** Makes a number of the account a sender. */
    @PostMapping("/services/attach")
    String attach(ConnectorDraft draft, @RequestParam String service, @RequestParam String number)
            throws AccountException {
        Optional<MessagingServices> services = services(draft);
        if (services.isPresent()) {
            services.get().attach(service, number);
        }
        return BACK;
    }

    /** Makes a number a sender that another service has; if it cannot, the other keeps it. */
    @PostMapping("/services/move")
    String move(
            ConnectorDraft draft, @RequestParam String service, @RequestParam String number, @RequestParam String from)
            throws AccountException {
        Optional<MessagingServices> services = services(draft);
        if (services.isPresent()) {
            services.get().detach(from, number);
            try {
                services.get().attach(service, number);
            } catch (AccountException e) {
                services.get().attach(from, number);
                throw e;
            }
        }
        return BACK;
    }

    /** Takes a number out; the account keeps it. */
    @PostMapping("/services/detach")
    String detach(ConnectorDraft draft, @RequestParam String service, @RequestParam String number)
            throws AccountException {
        Optional<MessagingServices> services = services(draft);
        if (services.isPresent()) {
            services.get().detach(service, number);
        }
        return BACK;
    }

    /** Makes a name a sender. */
    @PostMapping("/services/name")
    String addName(ConnectorDraft draft, @RequestParam String service, @RequestParam(defaultValue = "") String name)
            throws AccountException {
        Optional<MessagingServices> services = services(draft);
        if (services.isPresent()) {
            services.get().addAlphaSender(service, name.strip());
        }
        return BACK;
    }

    private static Optional<MessagingServices> services(ConnectorDraft draft) {
        return draft.account().map(TwilioAccount::messagingServices);
    }
}
