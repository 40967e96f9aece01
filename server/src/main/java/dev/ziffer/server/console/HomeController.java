package dev.ziffer.server.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The console's first page. */
@Controller
final class HomeController {

    @GetMapping("/console")
    String home() {
        return "redirect:" + ConnectController.PATH;
    }
}
