package dev.ziffer.server.experience;

import dev.ziffer.server.experience.SignInExperience.Method;
import dev.ziffer.server.experience.SignInExperience.SignIn;
import dev.ziffer.server.experience.SignInExperience.SignUp;
import dev.ziffer.server.web.Issue;
import dev.ziffer.server.web.RequestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Whether the settings go together: nobody signs up who cannot sign in again, and nothing that sends SMS is enabled
 * while there is no connector. The codes are Logto's.
 */
final class Coherence {

    /** What the hosted pages are written in. */
    private static final Set<String> LANGUAGES = Set.of("en", "de");

    private static final String CODES = "sign_in_experiences.";

    private final SignInExperience after;
    private final List<Issue> issues = new ArrayList<>();

    private Coherence(SignInExperience after) {
        this.after = after;
    }

    /**
     * Checks what a change makes of what was there before. A connector is asked for by what the change touches: what was
     * enabled while there was one stays so without it, and may be sent back as it was read.
     *
     * @throws RequestError 400 with everything that is wrong; its code is that of the first
     */
    static void check(SignInExperience before, SignInExperience after, boolean connector) {
        Coherence coherence = new Coherence(after);
        if (!connector) {
            coherence.checkConnector(before);
        }
        coherence.checkSignUp(after.signUp());
        coherence.checkSignIn(after.signIn());
        coherence.checkLanguage();
        List<Issue> issues = coherence.issues;
        if (!issues.isEmpty()) {
            throw Issue.error(issues.getFirst().code(), issues);
        }
    }

    private void checkConnector(SignInExperience before) {
        if (after.signUp().byPhone() && !after.signUp().equals(before.signUp())) {
            report("enabled_connector_not_found", "signUp", "identifiers");
        }
        if (after.signIn().byCode() && !after.signIn().equals(before.signIn())) {
            report("enabled_connector_not_found", "signIn", "methods");
        }
        boolean named = after.forgotPasswordMethods() != null
                && !after.forgotPasswordMethods().isEmpty();
        if (named && !Objects.equals(after.forgotPasswordMethods(), before.forgotPasswordMethods())) {
            report("forgot_password_method_requires_connector", "forgotPasswordMethods");
        }
    }

    private void checkSignUp(SignUp signUp) {
        if (Set.copyOf(signUp.identifiers()).size() < signUp.identifiers().size()) {
            report("duplicated_sign_up_identifiers", "signUp", "identifiers");
        }
        if (!signUp.byPhone()) {
            return;
        }
        if (!signUp.verify()) {
            report("passwordless_requires_verify", "signUp", "verify");
        }
        if (after.signIn().methods().isEmpty()) {
            report("miss_sign_up_identifier_in_sign_in", "signIn", "methods");
        }
    }

    private void checkSignIn(SignIn signIn) {
        SignUp signUp = after.signUp();
        for (int i = 0; i < signIn.methods().size(); i++) {
            Method method = signIn.methods().get(i);
            if (!method.password() && !method.verificationCode()) {
                report("at_least_one_authentication_factor", "signIn", "methods", i);
            } else if (signUp.verify() && !signUp.password() && !method.verificationCode()) {
                report("code_sign_in_must_be_enabled", "signIn", "methods", i, "verificationCode");
            } else if (signUp.byPhone() && signUp.password() && !method.password()) {
                report("password_sign_in_must_be_enabled", "signIn", "methods", i, "password");
            }
        }
    }

    private void checkLanguage() {
        if (!LANGUAGES.contains(after.languageInfo().fallbackLanguage())) {
            report("unsupported_default_language", "languageInfo", "fallbackLanguage");
        }
    }

    private void report(String code, Object... path) {
        issues.add(Issue.at(List.of(path), CODES + code));
    }
}
