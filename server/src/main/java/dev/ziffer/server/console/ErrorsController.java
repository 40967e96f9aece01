package dev.ziffer.server.console;

import dev.ziffer.server.web.RequestError;
import dev.ziffer.twilio.TwilioErrors;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Twilio's errors, in our words. */
@Controller
@RequestMapping("/console/errors")
final class ErrorsController {

    /** Twilio's codes have five digits; some have four, of other products. */
    private static final int GREATEST = 999_999;

    @GetMapping
    String list(Locale locale, Model model) {
        model.addAttribute("section", "messages");
        model.addAttribute(
                "errors",
                TwilioErrors.codes().stream()
                        .map(code -> ErrorText.of(code, locale))
                        .toList());
        return "console/errors";
    }

    @GetMapping("/{code:[0-9]{1,6}}")
    String page(@PathVariable int code, Locale locale, Model model) {
        if (code < 1 || code > GREATEST) {
            throw RequestError.of(HttpStatus.NOT_FOUND, "entity.not_found");
        }
        model.addAttribute("section", "messages");
        model.addAttribute("error", ErrorText.of(code, locale));
        return "console/twilio-error";
    }
}
