package dev.ziffer.server.console;

import dev.ziffer.server.operators.ConsoleSecurity;
import dev.ziffer.server.operators.Operator;
import dev.ziffer.server.web.ErrorTexts;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.server.web.RequestErrors;
import dev.ziffer.twilio.AccountException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** A page for what went wrong, in place of the error body that programs get. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageErrors {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    private final Page page;

    PageErrors(Page page) {
        this.page = page;
    }

    /** What Twilio, or the way to it, did not do. */
    @ExceptionHandler
    String failed(
            AccountException failure,
            @AuthenticationPrincipal @Nullable Operator operator,
            Locale locale,
            ZoneId zone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page.surround(model, operator, locale, zone, request);
        model.addAttribute("back", ConnectController.PATH);
        return show(status(failure.reason()), failure.operatorText(locale), response, model);
    }

    private static HttpStatus status(AccountException.Reason reason) {
        return switch (reason) {
            case INVALID_VALUE, WRONG_CREDENTIALS, WRONG_REGION, NOT_ALLOWED, ACCOUNT_NOT_ACTIVE, NOT_FOUND, REFUSED ->
                HttpStatus.BAD_REQUEST;
            case TOO_MANY_REQUESTS -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE, UNREADABLE -> HttpStatus.BAD_GATEWAY;
            case OUTCOME_UNKNOWN -> HttpStatus.GATEWAY_TIMEOUT;
        };
    }

    /** Everything else, as the API says it. */
    @ExceptionHandler
    String failed(
            Exception failure,
            @AuthenticationPrincipal @Nullable Operator operator,
            Locale locale,
            ZoneId zone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        RequestError error = RequestErrors.of(failure);
        if (error != failure && error.status().is5xxServerError()) {
            log.error("a page failed", failure);
        }
        page.surround(model, operator, locale, zone, request);
        model.addAttribute(
                "lines",
                error.issues().stream().map(issue -> issue.in(locale).message()).toList());
        return show(error.status(), error.message(locale), response, model);
    }

    private static String show(HttpStatus status, String message, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("status", status.value());
        model.addAttribute("message", message);
        return "console/error";
    }

    /** Pages in place of those that there are not, or not for everybody. */
    @Controller
    static final class Instead {

        private final MessageSource texts;

        Instead(MessageSource texts) {
            this.texts = texts;
        }

        /** Nothing else is at an address under the console's. */
        @GetMapping("/console/{section:(?!assets$).*}/**")
        String none(Locale locale, HttpServletResponse response, Model model) {
            return show(HttpStatus.NOT_FOUND, ErrorTexts.text("entity.not_found", locale), response, model);
        }

        /** A form that is too old, or a page that the operator's role does not have. */
        @RequestMapping(ConsoleSecurity.REFUSED)
        String refused(
                @RequestAttribute(required = false, name = ConsoleSecurity.EXPIRED) @Nullable Boolean expired,
                Locale locale,
                HttpServletResponse response,
                Model model) {
            String text = Boolean.TRUE.equals(expired) ? "error.expired" : "error.forbidden";
            return show(
                    HttpStatus.FORBIDDEN,
                    Objects.requireNonNull(texts.getMessage(text, null, locale)),
                    response,
                    model);
        }
    }
}
