package dev.ziffer.server.console;

import dev.ziffer.server.operators.Operator;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The console's first page. */
@Controller
final class HomeController {

    static final String PATH = "/console";

    @GetMapping(PATH)
    String home(@AuthenticationPrincipal Operator operator) {
        return "redirect:" + (operator.administrator() ? ConnectController.PATH : MessagesController.PATH);
    }

    /** This page of the console; its first for whatever is none, so that no address leads elsewhere. */
    static String within(String page) {
        try {
            URI uri = new URI(page);
            boolean ours = uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && uri.getRawPath() != null
                    && uri.normalize().getRawPath().equals(uri.getRawPath())
                    && (uri.getRawPath().equals(PATH) || uri.getRawPath().startsWith(PATH + "/"));
            return ours ? uri.toASCIIString() : PATH;
        } catch (URISyntaxException e) {
            return PATH;
        }
    }
}
