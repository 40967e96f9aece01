package dev.ziffer.server.console;

import dev.ziffer.server.operators.Operator;
import dev.ziffer.server.web.ErrorTexts;
import dev.ziffer.server.web.RequestError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;

/** A page for what went wrong, in place of the error body that programs get. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageErrors {

    private final Page page;

    PageErrors(Page page) {
        this.page = page;
    }

    @ExceptionHandler
    String refused(
            RequestError error,
            @AuthenticationPrincipal @Nullable Operator operator,
            Locale locale,
            ZoneId zone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page.surround(model, operator, locale, zone, request);
        response.setStatus(error.status().value());
        model.addAttribute("status", error.status().value());
        model.addAttribute("message", error.message(locale));
        return "console/error";
    }

    /** Nothing else is at an address under the console's. */
    @Controller
    static final class NoSuchPage {

        @GetMapping("/console/{section:(?!assets$).*}/**")
        String none(Locale locale, HttpServletResponse response, Model model) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("status", HttpStatus.NOT_FOUND.value());
            model.addAttribute("message", ErrorTexts.text("entity.not_found", locale));
            return "console/error";
        }
    }
}
