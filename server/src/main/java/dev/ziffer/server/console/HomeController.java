package dev.ziffer.server.console;

import dev.ziffer.server.operators.Operator;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The console's first page. */
@Controller
final class HomeController {

    @GetMapping("/console")
    String home(@AuthenticationPrincipal Operator operator) {
        return "redirect:" + (operator.administrator() ? ConnectController.PATH : MessagesController.PATH);
    }
}
