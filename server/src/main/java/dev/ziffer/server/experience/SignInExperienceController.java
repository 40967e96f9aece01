package dev.ziffer.server.experience;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The sign-in experience in Logto's shape. */
@RestController
@RequestMapping("/api/sign-in-exp")
final class SignInExperienceController {

    private final SignInExperiences experiences;
    private final Shown shown;

    SignInExperienceController(SignInExperiences experiences, Shown shown) {
        this.experiences = experiences;
        this.shown = shown;
    }

    @GetMapping
    ObjectNode get() {
        return shown.toOperators();
    }

    @PatchMapping
    ObjectNode patch(@RequestBody JsonNode json) {
        experiences.patch(json);
        return get();
    }
}
