package dev.ziffer.server.experience;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ziffer.server.experience.Choices.AgreeToTermsPolicy;
import dev.ziffer.server.experience.Choices.ForgotPasswordMethod;
import dev.ziffer.server.experience.Choices.FormOfAddress;
import dev.ziffer.server.experience.Choices.Identifier;
import dev.ziffer.server.experience.Choices.SignInMode;
import dev.ziffer.verification.Cooldown;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How people sign up and sign in, and what the hosted pages look like. Names and shapes are Logto's; what Logto has no
 * word for is said below. {@link SignInExperiences#patch} holds what people submit to these bounds.
 *
 * @param signInMode whether people may sign up, sign in, or both
 * @param forgotPasswordMethods how a forgotten password is replaced; null: by every way that there is a connector for
 * @param termsOfUseUrl https, or http on this machine; null for none; as {@code privacyPolicyUrl} and those in {@code
 *     branding}
 * @param brandName who the pages say they are of, at most 64 characters; null for no name; not Logto's
 * @param germanFormOfAddress how German pages address people; not Logto's
 * @param resendCooldown seconds before the pages send a code again for the first time, 10 to 300; in the API a member
 *     of {@code verificationCodePolicy}; not Logto's
 */
public record SignInExperience(
        SignInMode signInMode,
        SignUp signUp,
        SignIn signIn,
        @Nullable List<ForgotPasswordMethod> forgotPasswordMethods,
        AgreeToTermsPolicy agreeToTermsPolicy,
        @Nullable URI termsOfUseUrl,
        @Nullable URI privacyPolicyUrl,
        LanguageInfo languageInfo,
        Color color,
        Branding branding,
        @Nullable String brandName,
        FormOfAddress germanFormOfAddress,
        PasswordPolicy passwordPolicy,
        int resendCooldown) {

    /** Copies the list, so that nobody changes it. */
    public SignInExperience {
        forgotPasswordMethods = forgotPasswordMethods == null ? null : List.copyOf(forgotPasswordMethods);
    }

    /** How many times the first wait the longest wait between two sends is. */
    private static final int LONGEST_COOLDOWN = 4;

    /** What holds before anybody changes it: nobody signs up or in. */
    static final SignInExperience DEFAULT = new SignInExperience(
            SignInMode.SIGN_IN_AND_REGISTER,
            new SignUp(List.of(), false, false),
            new SignIn(List.of()),
            List.of(),
            AgreeToTermsPolicy.AUTOMATIC,
            null,
            null,
            new LanguageInfo(true, "en"),
            new Color("#0b5c63", true, "#58b8b5"),
            new Branding(null, null, null, null),
            null,
            FormOfAddress.DU,
            new PasswordPolicy(new PasswordPolicy.Length(8), new PasswordPolicy.Rejects(List.of())),
            30);

    /**
     * What people give to sign up.
     *
     * @param identifiers what they are known by; empty: nobody signs up by themselves
     * @param password whether they set a password
     * @param verify whether they prove to hold the number, as they must
     */
    public record SignUp(List<Identifier> identifiers, boolean password, boolean verify) {

        /** Copies the list, so that nobody changes it. */
        public SignUp {
            identifiers = List.copyOf(identifiers);
        }

        /** Whether people sign up with their phone number. */
        public boolean byPhone() {
            return identifiers.contains(Identifier.PHONE);
        }
    }

    /** The ways to sign in; none: nobody does. */
    public record SignIn(List<Method> methods) {

        /** Copies the list, so that nobody changes it. */
        public SignIn {
            methods = List.copyOf(methods);
        }

        /** Whether somebody signs in with a phone number and a code. */
        public boolean byCode() {
            return methods.stream().anyMatch(Method::verificationCode);
        }
    }

    /**
     * A way to sign in.
     *
     * @param isPasswordPrimary whether the password is asked for first where a code would do too
     */
    public record Method(
            Identifier identifier, boolean password, boolean verificationCode, boolean isPasswordPrimary) {}

    /**
     * The languages of the pages.
     *
     * @param autoDetect whether the browser's language counts
     * @param fallbackLanguage {@code en} or {@code de}, where it does not or is another
     */
    public record LanguageInfo(boolean autoDetect, String fallbackLanguage) {}

    /** The accents of the pages, as {@code #rrggbb}. */
    public record Color(String primaryColor, boolean isDarkModeEnabled, String darkPrimaryColor) {}

    /** The pictures of the pages. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Branding(
            @Nullable URI logoUrl,
            @Nullable URI darkLogoUrl,
            @Nullable URI favicon,
            @Nullable URI darkFavicon) {}

    /** Which passwords people may set. */
    public record PasswordPolicy(Length length, Rejects rejects) {

        /**
         * How long a password is.
         *
         * @param min characters at least, 8 to 64
         */
        public record Length(int min) {}

        /**
         * What no password contains.
         *
         * @param words at most 100 of at most 64 characters
         */
        public record Rejects(List<String> words) {

            /** Copies the list, so that nobody changes it. */
            public Rejects {
                words = List.copyOf(words);
            }
        }
    }

    /** How long to wait between two sends of the hosted pages to one number: each wait is twice the one before. */
    public Cooldown cooldown() {
        Duration first = Duration.ofSeconds(resendCooldown);
        return new Cooldown(Cooldown.PAGES.kind(), first, first.multipliedBy(LONGEST_COOLDOWN));
    }

    /** With sign-up by a verified phone number and sign-in by code; whatever else was allowed stays so. */
    SignInExperience withPhone() {
        Method method = signIn.methods().stream()
                .filter(known -> known.identifier() == Identifier.PHONE)
                .map(known -> new Method(Identifier.PHONE, known.password(), true, known.isPasswordPrimary()))
                .findFirst()
                .orElse(new Method(Identifier.PHONE, false, true, false));
        return new SignInExperience(
                SignInMode.SIGN_IN_AND_REGISTER,
                signUp.byPhone() ? signUp : new SignUp(List.of(Identifier.PHONE), false, true),
                new SignIn(List.of(method)),
                forgotPasswordMethods,
                agreeToTermsPolicy,
                termsOfUseUrl,
                privacyPolicyUrl,
                languageInfo,
                color,
                branding,
                brandName,
                germanFormOfAddress,
                passwordPolicy,
                resendCooldown);
    }
}
