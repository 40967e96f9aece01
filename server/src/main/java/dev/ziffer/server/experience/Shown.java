package dev.ziffer.server.experience;

import dev.ziffer.server.protection.Protection;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sign-in experience as the API shows it, in Logto's shape with everything that programs for it may look for. */
@Component
public final class Shown {

    private final SignInExperiences experiences;
    private final Protection protection;
    private final Absent absent;
    private final JsonMapper json;

    Shown(SignInExperiences experiences, Protection protection, Absent absent, JsonMapper json) {
        this.experiences = experiences;
        this.protection = protection;
        this.absent = absent;
        this.json = json;
    }

    /** All of it. */
    public ObjectNode toOperators() {
        SignInExperience experience = experiences.current();
        ObjectNode shown = json.valueToTree(experience);
        shown.remove("resendCooldown");
        shown.set(
                CodePolicy.FIELD,
                json.valueToTree(CodePolicy.of(protection.rules().policy(), experience.resendCooldown())));
        absent.addTo(shown);
        return shown;
    }

    /** What a sign-in page may know: not which words passwords must not contain. */
    ObjectNode toAnybody() {
        ObjectNode shown = toOperators();
        shown.withObject("passwordPolicy").remove("rejects");
        shown.putObject("forgotPassword").put("email", false).put("phone", experiences.forgotPasswordByPhone());
        shown.putArray("socialConnectors");
        shown.putArray("ssoConnectors");
        return shown;
    }
}
