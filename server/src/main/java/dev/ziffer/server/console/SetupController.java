package dev.ziffer.server.console;

import dev.ziffer.server.operators.OperatorLinks;
import dev.ziffer.server.operators.Operators;
import dev.ziffer.server.operators.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that a one-time link leads to: a name and a password, and the console is open. */
@Controller
final class SetupController {

    private static final String PAGE = "console/setup";

    private final Operators operators;
    private final OperatorLinks links;
    private final SignIn signIn;

    SetupController(Operators operators, OperatorLinks links, SignIn signIn) {
        this.operators = operators;
        this.links = links;
        this.signIn = signIn;
    }

    @GetMapping(OperatorLinks.PATH)
    String page(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        boolean works = links.works(token);
        if (!works) {
            response.setStatus(HttpStatus.GONE.value());
        }
        return page(token, works, model);
    }

    private String page(String token, boolean works, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("works", works);
        model.addAttribute("first", links.awaitsTheFirst());
        return PAGE;
    }

    @PostMapping(OperatorLinks.PATH)
    String setUp(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Operators.Setup result = operators.setUp(token, name, password);
        if (result == Operators.Setup.DONE) {
            return signIn.signIn(name, password, request, response) instanceof SignIn.Done
                    ? "redirect:/console"
                    : "redirect:" + SignInController.PATH + "?done=setup";
        }
        boolean dead = result == Operators.Setup.LINK_DEAD;
        response.setStatus(dead ? HttpStatus.GONE.value() : HttpStatus.BAD_REQUEST.value());
        model.addAttribute("name", name);
        model.addAttribute(
                "problem", "setup." + result.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return page(token, !dead, model);
    }
}
