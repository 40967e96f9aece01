package dev.ziffer.server.console;

import dev.ziffer.server.connectors.Destination;
import dev.ziffer.server.operators.Operator;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows around its own content. */
@ControllerAdvice(basePackageClasses = Page.class)
final class Page {

    private final Destination destination;
    private final Assets assets;

    Page(Destination destination, Assets assets) {
        this.destination = destination;
        this.assets = assets;
    }

    /** The addresses of scripts, styles and pictures. */
    @ModelAttribute("assets")
    Assets assets() {
        return assets;
    }

    /** Who is signed in; null on the pages before. */
    @ModelAttribute("operator")
    @Nullable
    Operator operator(@AuthenticationPrincipal @Nullable Operator operator) {
        return operator;
    }

    /** Whether no message leaves this machine. */
    @ModelAttribute("sandboxed")
    boolean sandboxed() {
        return destination.isSandbox();
    }

    /** Where the phone is that the sandbox sends to. */
    @ModelAttribute("phone")
    String phone() {
        return destination.sandbox().toString();
    }

    /** Times as the reader has them. */
    @ModelAttribute("times")
    Times times(Locale locale, ZoneId zone) {
        return new Times(locale, zone);
    }

    /** The page's own address, to come back to. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    /** The same for a page in place of one that failed, which gets none of it by itself. */
    void surround(Model model, @Nullable Operator operator, Locale locale, ZoneId zone, HttpServletRequest request) {
        model.addAttribute("assets", assets());
        model.addAttribute("operator", operator);
        model.addAttribute("sandboxed", sandboxed());
        model.addAttribute("phone", phone());
        model.addAttribute("times", times(locale, zone));
        model.addAttribute("here", here(request));
    }
}
