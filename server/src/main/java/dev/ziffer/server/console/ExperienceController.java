package dev.ziffer.server.console;

import dev.ziffer.server.connectors.ActiveConnector;
import dev.ziffer.server.experience.Shown;
import dev.ziffer.server.experience.SignInExperiences;
import dev.ziffer.server.web.RequestError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** The page of the sign-in experience: how people sign up and in, and what the pages look like. */
@Controller
@RequestMapping(ExperienceController.PATH)
final class ExperienceController {

    static final String PATH = "/console/experience";

    private static final String PAGE = "console/experience";

    private final SignInExperiences experiences;
    private final Shown shown;
    private final ActiveConnector connector;

    ExperienceController(SignInExperiences experiences, Shown shown, ActiveConnector connector) {
        this.experiences = experiences;
        this.shown = shown;
        this.connector = connector;
    }

    @GetMapping
    String page(@RequestParam(required = false) @Nullable String done, Locale locale, Model model) {
        model.addAttribute("done", "saved".equals(done) || "enabled".equals(done) ? done : null);
        return page(ExperienceForm.of(shown.toOperators(), List.of(), locale), model);
    }

    private String page(ExperienceForm form, Model model) {
        model.addAttribute("section", "experience");
        model.addAttribute("form", form);
        model.addAttribute("connected", connector.exists());
        return PAGE;
    }

    /** Saves all of it, or shows everything that is wrong beside what was typed. */
    @PostMapping
    String save(@RequestParam Map<String, String> sent, Locale locale, HttpServletResponse response, Model model) {
        ObjectNode submitted = ExperienceForm.submitted(sent);
        try {
            experiences.patch(submitted);
            return "redirect:" + PATH + "?done=saved";
        } catch (RequestError e) {
            response.setStatus(e.status().value());
            ExperienceForm form = ExperienceForm.of(submitted, e.issues(), locale);
            model.addAttribute("problem", form.problems().getOrDefault("", e.message(locale)));
            return page(form, model);
        }
    }

    /** Lets people sign up and in with their numbers. */
    @PostMapping("/enable")
    String enable() {
        experiences.enablePhone();
        return "redirect:" + PATH + "?done=enabled";
    }
}
