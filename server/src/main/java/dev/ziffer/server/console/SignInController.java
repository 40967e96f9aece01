package dev.ziffer.server.console;

import dev.ziffer.server.operators.Operator;
import dev.ziffer.server.operators.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Into the console and out of it. */
@Controller
final class SignInController {

    static final String PATH = "/console/sign-in";

    private static final String PAGE = "console/sign-in";

    private final SignIn signIn;

    SignInController(SignIn signIn) {
        this.signIn = signIn;
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("to", to);
        model.addAttribute("done", done.equals("setup") || done.equals("everywhere") ? done : null);
        return PAGE;
    }

    @PostMapping(PATH)
    String signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (signIn.signIn(name, password, request, response)) {
            case SignIn.Done() -> "redirect:" + within(to);
            case SignIn.Wrong() -> again(name, to, "signin.wrong", 0, HttpStatus.UNAUTHORIZED, response, model);
            case SignIn.Later(var left) -> {
                long seconds = left.plusMillis(999).toSeconds();
                response.setHeader("Retry-After", Long.toString(seconds));
                yield again(
                        name, to, "signin.later", (seconds + 59) / 60, HttpStatus.TOO_MANY_REQUESTS, response, model);
            }
        };
    }

    private static String again(
            String name,
            @Nullable String to,
            String problem,
            long minutes,
            HttpStatus status,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        model.addAttribute("name", name);
        model.addAttribute("to", to);
        model.addAttribute("problem", problem);
        model.addAttribute("minutes", minutes);
        return PAGE;
    }

    @PostMapping("/console/sign-out")
    String signOut(
            @RequestParam(defaultValue = "false") boolean everywhere,
            @AuthenticationPrincipal Operator operator,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (everywhere) {
            signIn.signOutEverywhere(operator, request, response);
            return "redirect:" + PATH + "?done=everywhere";
        }
        signIn.signOut(request, response);
        return "redirect:" + PATH;
    }

    /** The page that was asked for, if it is one of the console's that follow: nobody is sent elsewhere. */
    static String within(@Nullable String to) {
        return to == null || to.startsWith(PATH) ? HomeController.PATH : HomeController.within(to);
    }
}
