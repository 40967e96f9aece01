package dev.ziffer.server.console;

import dev.ziffer.server.connectors.ConnectorDraft;
import dev.ziffer.twilio.AccountException;
import dev.ziffer.twilio.AccountState;
import dev.ziffer.twilio.TwilioAccount;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What Twilio says about the account that is typed in: a part of the page that comes when the page is there. */
@Controller
@RequestMapping(ConnectController.PATH)
final class ConnectAccountController {

    @GetMapping("/account")
    String account(ConnectorDraft draft, Locale locale, Model model) {
        Optional<TwilioAccount> account = draft.account();
        if (account.isPresent()) {
            try {
                AccountState state = account.get().state();
                model.addAttribute("state", state);
                model.addAttribute(
                        "hidden", state.status().isEmpty() && state.type().isEmpty());
                model.addAttribute(
                        "suspended",
                        state.status()
                                .filter(AccountState.Status.SUSPENDED::equals)
                                .isPresent());
                model.addAttribute(
                        "closed",
                        state.status()
                                .filter(AccountState.Status.CLOSED::equals)
                                .isPresent());
                model.addAttribute(
                        "trial",
                        state.type().filter(AccountState.Type.TRIAL::equals).isPresent());
                account.get()
                        .balance()
                        .ifPresent(balance -> model.addAttribute("balance", Amounts.in(balance, locale)));
            } catch (AccountException e) {
                model.addAttribute("failure", e.operatorText(locale));
            }
        }
        return "console/connect-account :: account";
    }
}
