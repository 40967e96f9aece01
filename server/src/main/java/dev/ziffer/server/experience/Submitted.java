package dev.ziffer.server.experience;

import dev.ziffer.server.experience.Choices.AgreeToTermsPolicy;
import dev.ziffer.server.experience.Choices.ForgotPasswordMethod;
import dev.ziffer.server.experience.Choices.FormOfAddress;
import dev.ziffer.server.experience.Choices.SignInMode;
import dev.ziffer.server.experience.SignInExperience.Branding;
import dev.ziffer.server.experience.SignInExperience.Color;
import dev.ziffer.server.experience.SignInExperience.LanguageInfo;
import dev.ziffer.server.experience.SignInExperience.PasswordPolicy;
import dev.ziffer.server.web.Body;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a change of the sign-in experience. What is left out stays as it is, also of a policy; any other object takes
 * the place of the whole one there is, as in Logto. Whether the settings go together is for {@link Coherence}.
 */
final class Submitted {

    /** The fields that can be changed. */
    static final List<String> FIELDS = List.of(
            "signInMode",
            "signUp",
            "signIn",
            "forgotPasswordMethods",
            "agreeToTermsPolicy",
            "termsOfUseUrl",
            "privacyPolicyUrl",
            "languageInfo",
            "color",
            "branding",
            "brandName",
            "germanFormOfAddress",
            "passwordPolicy",
            CodePolicy.FIELD);

    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int LONGEST_LANGUAGE = 35;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_WORD = 64;
    private static final int MOST_WORDS = 100;

    private final Body body;
    private final @Nullable Body codePolicy;
    private final SignInExperience known;

    private Submitted(Body body, @Nullable Body codePolicy, SignInExperience known) {
        this.body = body;
        this.codePolicy = codePolicy;
        this.known = known;
    }

    /**
     * What the body makes of what is known; of no use if the body reports something.
     *
     * @param codePolicy the body's policy of codes, if it has one
     */
    static SignInExperience read(Body body, @Nullable Body codePolicy, SignInExperience known) {
        return new Submitted(body, codePolicy, known).read();
    }

    private SignInExperience read() {
        return new SignInExperience(
                or(body.choice("signInMode", Choices.byName(SignInMode.values())), known.signInMode()),
                part("signUp", SubmittedMethods::signUp, known.signUp()),
                part("signIn", SubmittedMethods::signIn, known.signIn()),
                nullable("forgotPasswordMethods", this::forgotPasswordMethods, known.forgotPasswordMethods()),
                or(
                        body.choice("agreeToTermsPolicy", Choices.byName(AgreeToTermsPolicy.values())),
                        known.agreeToTermsPolicy()),
                nullable("termsOfUseUrl", () -> url("termsOfUseUrl"), known.termsOfUseUrl()),
                nullable("privacyPolicyUrl", () -> url("privacyPolicyUrl"), known.privacyPolicyUrl()),
                part("languageInfo", Submitted::languageInfo, known.languageInfo()),
                part("color", Submitted::color, known.color()),
                part("branding", Submitted::branding, known.branding()),
                nullable("brandName", this::brandName, known.brandName()),
                or(
                        body.choice("germanFormOfAddress", Choices.byName(FormOfAddress.values())),
                        known.germanFormOfAddress()),
                part("passwordPolicy", this::passwordPolicy, known.passwordPolicy()),
                codePolicy == null
                        ? known.resendCooldown()
                        : CodePolicy.changedCooldown(known.resendCooldown(), codePolicy));
    }

    private static <T> T or(@Nullable T submitted, T known) {
        return submitted == null ? known : submitted;
    }

    private <T> T part(String field, Function<Body, T> reading, T known) {
        Body part = body.object(field);
        return part == null ? known : reading.apply(part);
    }

    /** Reads a field whose null says something. */
    private <T> @Nullable T nullable(String field, Supplier<@Nullable T> reading, @Nullable T known) {
        return body.has(field) ? reading.get() : known;
    }

    private @Nullable List<ForgotPasswordMethod> forgotPasswordMethods() {
        List<ForgotPasswordMethod> methods =
                body.choices("forgotPasswordMethods", Choices.byName(ForgotPasswordMethod.values()));
        return methods == null ? null : methods.stream().distinct().toList();
    }

    private @Nullable URI url(String field) {
        return WebAddress.read(body, field);
    }

    private static LanguageInfo languageInfo(Body part) {
        part.refuseOthers("autoDetect", "fallbackLanguage").require("autoDetect");
        return new LanguageInfo(part.flag("autoDetect"), part.text("fallbackLanguage", LONGEST_LANGUAGE));
    }

    private static Color color(Body part) {
        part.refuseOthers("primaryColor", "isDarkModeEnabled", "darkPrimaryColor")
                .require("isDarkModeEnabled");
        return new Color(color(part, "primaryColor"), part.flag("isDarkModeEnabled"), color(part, "darkPrimaryColor"));
    }

    private static String color(Body part, String field) {
        String color = part.text(field, Integer.MAX_VALUE);
        if (!color.isEmpty() && !COLOR.matcher(color).matches()) {
            part.report(field, "field.not_a_color");
        }
        return color;
    }

    private static Branding branding(Body part) {
        part.refuseOthers("logoUrl", "darkLogoUrl", "favicon", "darkFavicon");
        return new Branding(
                WebAddress.read(part, "logoUrl"),
                WebAddress.read(part, "darkLogoUrl"),
                WebAddress.read(part, "favicon"),
                WebAddress.read(part, "darkFavicon"));
    }

    private @Nullable String brandName() {
        String name = body.optionalText("brandName", LONGEST_NAME);
        if (name == null || name.isBlank()) {
            return null;
        }
        if (name.codePoints().anyMatch(Submitted::isInvisible)) {
            body.report("brandName", "field.not_a_name");
        }
        return name.strip();
    }

    /** What breaks a line, turns its direction, or shows nothing. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private PasswordPolicy passwordPolicy(Body part) {
        part.refuseOthers("length", "rejects", "characterTypes");
        Body types = part.object("characterTypes");
        if (types != null) {
            // One kind of character is what every password has.
            types.refuseOthers("min");
            types.optionalInteger("min", 1, 1);
        }
        Integer min = null;
        Body length = part.object("length");
        if (length != null) {
            length.refuseOthers("min");
            min = length.optionalInteger("min", 8, 64);
        }
        List<String> words = null;
        Body rejects = part.object("rejects");
        if (rejects != null) {
            rejects.refuseOthers("words", "pwned", "repetitionAndSequence", "userInfo");
            for (String other : List.of("pwned", "repetitionAndSequence", "userInfo")) {
                Absent.refuseOn(rejects, other, null);
            }
            words = rejects.texts("words", MOST_WORDS, LONGEST_WORD);
        }
        return new PasswordPolicy(
                min == null ? known.passwordPolicy().length() : new PasswordPolicy.Length(min),
                words == null ? known.passwordPolicy().rejects() : new PasswordPolicy.Rejects(words));
    }
}
