package dev.ziffer.server.console;

import dev.ziffer.server.messages.LedgerQuery;
import dev.ziffer.server.messages.MessageHistory;
import dev.ziffer.server.web.RequestError;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of one message: what became of it, live while something is to come. */
@Controller
@RequestMapping(MessagesController.PATH + "/{id}")
final class MessagePageController {

    private static final String PAGE = "console/message";

    private final LedgerQuery ledger;
    private final Timelines timelines;

    MessagePageController(LedgerQuery ledger, Timelines timelines) {
        this.ledger = ledger;
        this.timelines = timelines;
    }

    @GetMapping
    String page(@PathVariable String id, Locale locale, Model model) {
        MessageHistory history =
                ledger.history(id).orElseThrow(() -> RequestError.of(HttpStatus.NOT_FOUND, "entity.not_found"));
        String country = history.message().country();
        model.addAttribute("section", "messages");
        model.addAttribute("message", history.message());
        model.addAttribute("numberHash", history.numberHash());
        model.addAttribute(
                "country", country == null ? null : Locale.of("", country).getDisplayCountry(locale));
        model.addAttribute("timeline", timelines.of(history, locale));
        return PAGE;
    }

    /** What changes on it. */
    @GetMapping("/timeline")
    String timeline(@PathVariable String id, Locale locale, Model model) {
        page(id, locale, model);
        return PAGE + " :: #timeline";
    }
}
