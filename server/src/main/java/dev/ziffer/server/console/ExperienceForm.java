package dev.ziffer.server.console;

import dev.ziffer.server.web.Issue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sign-in experience as its form shows it. Fields are named by their place in the document, as JSON Pointer writes
 * it (RFC 6901).
 *
 * @param document the settings, as the API shows them
 * @param problems what is wrong, by the field's place; {@code ""} for what no field shows
 */
public record ExperienceForm(JsonNode document, Map<String, String> problems) {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final String LIFETIME = "/verificationCodePolicy/expirationDuration";

    /** Every place that a problem is shown at. */
    private static final List<String> PLACES = List.of(
            "/signUp",
            "/signIn",
            "/forgotPasswordMethods",
            "/termsOfUseUrl",
            "/privacyPolicyUrl",
            "/languageInfo",
            "/color",
            "/branding/logoUrl",
            "/branding/darkLogoUrl",
            "/brandName",
            "/passwordPolicy",
            "/verificationCodePolicy/codeLength",
            LIFETIME,
            "/verificationCodePolicy/maxRetryAttempts",
            "/verificationCodePolicy/resendCooldown");

    static ExperienceForm of(JsonNode document, List<Issue> issues, Locale locale) {
        Map<String, String> problems = issues.stream()
                .collect(Collectors.toMap(
                        issue -> place(issue.path()),
                        issue -> issue.in(locale).message(),
                        (first, _) -> first,
                        LinkedHashMap::new));
        return new ExperienceForm(document, problems);
    }

    private static String place(List<Object> path) {
        String pointer = path.stream().map(part -> "/" + part).collect(Collectors.joining());
        return PLACES.stream()
                .filter(place -> pointer.equals(place) || pointer.startsWith(place + "/"))
                .findFirst()
                .orElse("");
    }

    /** What a field holds; empty for nothing. */
    public String text(String place) {
        return document.at(place).asString("");
    }

    /** Whether a box is ticked. */
    public boolean flag(String place) {
        return document.at(place).asBoolean(false);
    }

    /** Whether people sign up with their number. */
    public boolean signsUp() {
        return !document.at("/signUp/identifiers").isEmpty();
    }

    /** Whether a forgotten password is replaced by a code. */
    public boolean resets() {
        return !document.at("/forgotPasswordMethods").isEmpty();
    }

    /** The lifetime of a code in minutes, as it was typed. */
    public String minutes() {
        JsonNode seconds = document.at(LIFETIME);
        return seconds.isInt() && seconds.intValue() % SECONDS_PER_MINUTE == 0
                ? String.valueOf(seconds.intValue() / SECONDS_PER_MINUTE)
                : seconds.asString("");
    }

    /** What is wrong with a field. */
    public @Nullable String problem(String place) {
        return problems.get(place);
    }

    /** The change that the form's fields ask for, in the shape that the API takes. */
    static ObjectNode submitted(Map<String, String> sent) {
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        boolean code = sent.containsKey("byCode");
        boolean password = sent.containsKey("byPassword");
        change.put("signInMode", sent.get("signInMode"));
        ObjectNode signUp = change.putObject("signUp");
        boolean signsUp = sent.containsKey("signUp");
        signUp.putArray("identifiers");
        if (signsUp) {
            signUp.withArray("identifiers").add("phone");
        }
        signUp.put("password", signsUp && sent.containsKey("signUpPassword"));
        signUp.put("verify", signsUp);
        var methods = change.putObject("signIn").putArray("methods");
        if (code || password) {
            methods.addObject()
                    .put("identifier", "phone")
                    .put("password", password)
                    .put("verificationCode", code)
                    .put("isPasswordPrimary", password && sent.containsKey("passwordFirst"));
        }
        var forgot = change.putArray("forgotPasswordMethods");
        if (sent.containsKey("forgotPassword")) {
            forgot.add("PhoneVerificationCode");
        }
        change.put("agreeToTermsPolicy", sent.get("agreeToTermsPolicy"));
        text(change, "termsOfUseUrl", sent.get("termsOfUseUrl"));
        text(change, "privacyPolicyUrl", sent.get("privacyPolicyUrl"));
        change.putObject("languageInfo")
                .put("autoDetect", sent.containsKey("autoDetect"))
                .put("fallbackLanguage", sent.get("fallbackLanguage"));
        change.putObject("color")
                .put("primaryColor", sent.get("primaryColor"))
                .put("isDarkModeEnabled", sent.containsKey("isDarkModeEnabled"))
                .put("darkPrimaryColor", sent.get("darkPrimaryColor"));
        ObjectNode branding = change.putObject("branding");
        text(branding, "logoUrl", sent.get("logoUrl"));
        text(branding, "darkLogoUrl", sent.get("darkLogoUrl"));
        text(change, "brandName", sent.get("brandName"));
        change.put("germanFormOfAddress", sent.get("germanFormOfAddress"));
        number(change.putObject("passwordPolicy").putObject("length"), "min", sent.get("passwordLength"), 1);
        ObjectNode policy = change.putObject("verificationCodePolicy");
        number(policy, "codeLength", sent.get("codeLength"), 1);
        number(policy, "expirationDuration", sent.get("minutes"), SECONDS_PER_MINUTE);
        number(policy, "maxRetryAttempts", sent.get("maxRetryAttempts"), 1);
        number(policy, "resendCooldown", sent.get("resendCooldown"), 1);
        return change;
    }

    private static void text(ObjectNode object, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            object.putNull(field);
        } else {
            object.put(field, text.strip());
        }
    }

    /** What is no number stays as it was typed, for the API's reader to refuse at its place. */
    private static void number(ObjectNode object, String field, @Nullable String text, int unit) {
        String digits = text == null ? "" : text.strip();
        if (digits.matches("[0-9]{1,6}")) {
            object.put(field, Integer.parseInt(digits) * unit);
        } else {
            object.put(field, digits);
        }
    }
}
