package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.issues;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.TwilioAccount;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How people sign up and sign in. */
@OnEachDatabase
final class SignInExperienceTest {

    private static final String PATH = "/api/sign-in-exp";
    private static final String CODES = "sign_in_experiences.";
    private static final String SIGN_UP = "'signUp': {'identifiers': ['phone'], 'password': false, 'verify': true}";
    private static final String BY_CODE = "'signIn': {'methods': [{'identifier': 'phone', 'password': false,"
            + " 'verificationCode': true, 'isPasswordPrimary': false}]}";

    private final ApiServer server;
    private final Api api;

    SignInExperienceTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
    }

    @BeforeEach
    @AfterEach
    void reset() throws Exception {
        server.reset();
    }

    @Test
    void letsNobodyInAtTheBeginning() throws Exception {
        JsonNode shown = success(api.get(PATH), 200).json();

        assertSettings(shown, ApiServer.experience());
        // What programs for Logto look for besides.
        assertThat(shown.path("mfa")).isEqualTo(Json.of("{'factors': [], 'policy': 'NoPrompt'}"));
        assertThat(shown.path("socialSignInConnectorTargets")).isEmpty();
        assertThat(shown.path("customCss").isNull()).isTrue();
    }

    @Test
    void letsPhoneNumbersInAtOnce() throws Exception {
        JsonNode change = Json.of("{%s, %s}".formatted(SIGN_UP, BY_CODE));

        assertSettings(success(api.patch(PATH, change), 200).json(), change);
        assertSettings(api.get(PATH).json(), change);
        assertSettings(api.get("/api/.well-known/sign-in-exp").json(), change);
    }

    @Test
    void takesBackWhatItShows() throws Exception {
        ObjectNode everything = (ObjectNode) success(
                        api.patch(
                                PATH,
                                Json.of("{%s, %s, 'forgotPasswordMethods': ['PhoneVerificationCode'],"
                                                .formatted(SIGN_UP, BY_CODE)
                                        + " 'brandName': ' Acme ', 'branding': {'logoUrl': 'https://example.com/a.svg'},"
                                        + " 'passwordPolicy': {'rejects': {'words': ['acme']}}}")),
                        200)
                .json();
        assertThat(everything.path("brandName").asString()).isEqualTo("Acme");
        assertThat(success(api.patch(PATH, everything), 200).json()).isEqualTo(everything);
        deleteConnector();
        assertThat(success(api.patch(PATH, everything), 200).json()).isEqualTo(everything);
        assertThat(success(api.get(PATH), 200).json()).isEqualTo(everything);
    }

    @Test
    void replacesObjectsAndRemovesWhatIsNull() throws Exception {
        success(
                api.patch(
                        PATH,
                        Json.of("{'branding': {'logoUrl': 'https://example.com/a', 'favicon': 'https://example.com/b'},"
                                + " 'termsOfUseUrl': 'https://example.com/terms', 'brandName': 'Acme',"
                                + " 'passwordPolicy': {'length': {'min': 12}}, 'forgotPasswordMethods': null}")),
                200);
        JsonNode changed = success(
                        api.patch(
                                PATH,
                                Json.of("{'branding': {'favicon': 'https://example.com/c', 'darkFavicon': ''},"
                                        + " 'termsOfUseUrl': null, 'brandName': ' ', 'signUp': null, 'color': null,"
                                        + " 'passwordPolicy': {'rejects': {'words': ['acme']}}}")),
                        200)
                .json();

        ObjectNode expected = (ObjectNode) ApiServer.experience();
        expected.set("branding", Json.of("{'favicon': 'https://example.com/c'}"));
        expected.set("passwordPolicy", Json.of("{'length': {'min': 12}, 'rejects': {'words': ['acme']}}"));
        expected.putNull("forgotPasswordMethods");
        assertSettings(changed, expected);
    }

    @Test
    void needsAConnectorForWhatSendsSms() throws Exception {
        deleteConnector();
        Answer all = api.patch(
                PATH,
                Json.of("{%s, %s, 'forgotPasswordMethods': ['PhoneVerificationCode'], 'brandName': 'Acme'}"
                        .formatted(SIGN_UP, BY_CODE)));
        assertThat(issues(error(all, 400, CODES + "enabled_connector_not_found")))
                .containsExactly(
                        "signUp.identifiers " + CODES + "enabled_connector_not_found",
                        "signIn.methods " + CODES + "enabled_connector_not_found",
                        "forgotPasswordMethods " + CODES + "forgot_password_method_requires_connector");
        error(
                api.patch(PATH, Json.of("{'forgotPasswordMethods': ['PhoneVerificationCode']}")),
                400,
                CODES + "forgot_password_method_requires_connector");
        assertSettings(api.get(PATH).json(), ApiServer.experience());

        // Passwords need no SMS.
        success(api.patch(PATH, Json.of("{'signIn': {'methods': [" + method(true, false) + "]}}")), 200);
        success(api.patch(PATH, Json.of("{'forgotPasswordMethods': null}")), 200);
    }

    @Test
    void keepsWhatIsEnabledWhenTheConnectorIsDeleted() throws Exception {
        JsonNode change = Json.of("{%s, %s, 'forgotPasswordMethods': null}".formatted(SIGN_UP, BY_CODE));
        success(api.patch(PATH, change), 200);
        assertThat(forgotPassword()).isEqualTo(Json.of("{'email': false, 'phone': true}"));
        deleteConnector();

        assertSettings(success(api.get(PATH), 200).json(), change);
        assertThat(forgotPassword()).isEqualTo(Json.of("{'email': false, 'phone': false}"));
        success(api.patch(PATH, Json.of("{'brandName': 'Acme'}")), 200);
        error(
                api.patch(PATH, Json.of("{'signIn': {'methods': [" + method(true, true) + "]}}")),
                400,
                CODES + "enabled_connector_not_found");
        success(api.patch(PATH, ApiServer.experience()), 200);
        error(
                api.patch(PATH, Json.of("{%s, %s}".formatted(SIGN_UP, BY_CODE))),
                400,
                CODES + "enabled_connector_not_found");
    }

    @Test
    void letsNobodySignUpWhoCannotSignInAgain() throws Exception {
        refuses(
                "'signUp': {'identifiers': ['phone', 'phone'], 'password': false, 'verify': true}, " + BY_CODE,
                "signUp.identifiers duplicated_sign_up_identifiers");
        refuses(
                "'signUp': {'identifiers': ['phone'], 'password': false, 'verify': false}, " + BY_CODE,
                "signUp.verify passwordless_requires_verify");
        refuses(SIGN_UP, "signIn.methods miss_sign_up_identifier_in_sign_in");
        refuses(
                "'signIn': {'methods': [" + method(false, false) + "]}",
                "signIn.methods.0 at_least_one_authentication_factor");
        refuses(
                SIGN_UP + ", 'signIn': {'methods': [" + method(true, false) + "]}",
                "signIn.methods.0.verificationCode code_sign_in_must_be_enabled");
        refuses(
                "'signUp': {'identifiers': ['phone'], 'password': true, 'verify': true}, " + BY_CODE,
                "signIn.methods.0.password password_sign_in_must_be_enabled");
        refuses(
                "'languageInfo': {'autoDetect': true, 'fallbackLanguage': 'fr'}",
                "languageInfo.fallbackLanguage unsupported_default_language");
        refuses(
                "'signUp': {'identifiers': ['phone'], 'password': false, 'verify': false},"
                        + " 'languageInfo': {'autoDetect': true, 'fallbackLanguage': 'EN'}",
                "signUp.verify passwordless_requires_verify",
                "signIn.methods miss_sign_up_identifier_in_sign_in",
                "languageInfo.fallbackLanguage unsupported_default_language");
        // What is there counts as what is submitted does.
        success(api.patch(PATH, Json.of("{%s, %s}".formatted(SIGN_UP, BY_CODE))), 200);
        error(
                api.patch(PATH, Json.of("{'signIn': {'methods': []}}")),
                400,
                CODES + "miss_sign_up_identifier_in_sign_in");
    }

    private void refuses(String members, String... problems) throws Exception {
        Answer answer = api.patch(PATH, Json.of("{'brandName': 'Acme', " + members + "}"));
        List<String> expected = List.of(problems).stream()
                .map(problem -> problem.replace(" ", " " + CODES))
                .toList();
        error(answer, 400, expected.getFirst().split(" ", -1)[1]);
        assertThat(issues(answer)).isEqualTo(expected);
        assertSettings(api.get(PATH).json(), ApiServer.experience());
    }

    @Test
    void refusesWhatOtherSystemsHave() throws Exception {
        Answer answer = api.patch(
                PATH,
                Json.of("{'mfa': {'factors': ['Totp'], 'policy': 'UserControlled'}, 'singleSignOnEnabled': true,"
                        + " 'socialSignInConnectorTargets': ['google'], 'captchaPolicy': {'enabled': true},"
                        + " 'sentinelPolicy': {'maxAttempts': 7}, 'customCss': 'p {}', 'tenantId': 'other',"
                        + " 'usernamePolicy': {}, 'nonsense': 7,"
                        + " 'signUp': {'identifiers': ['username', 'email', 'phone', 7], 'password': true, 'verify': true,"
                        + " 'secondaryIdentifiers': [{'identifier': 'email'}]},"
                        + " 'signIn': {'methods': [{'identifier': 'email', 'password': true, 'verificationCode': false,"
                        + " 'isPasswordPrimary': true}]},"
                        + " 'forgotPasswordMethods': ['PhoneVerificationCode', 'EmailVerificationCode'],"
                        + " 'passwordPolicy': {'length': {'min': 8, 'max': 256}, 'characterTypes': {'min': 2},"
                        + " 'rejects': {'pwned': true, 'userInfo': false}}}"));
        assertThat(issues(error(answer, 400, "guard.invalid_input")))
                .containsExactlyInAnyOrder(
                        "mfa field.not_supported",
                        "singleSignOnEnabled field.not_supported",
                        "socialSignInConnectorTargets field.not_supported",
                        "captchaPolicy field.not_supported",
                        "sentinelPolicy field.not_supported",
                        "customCss field.not_supported",
                        "tenantId field.not_supported",
                        "usernamePolicy field.not_supported",
                        "nonsense field.not_supported",
                        "signUp.identifiers.0 field.not_one_of",
                        "signUp.identifiers.1 field.not_one_of",
                        "signUp.identifiers.3 field.not_one_of",
                        "signUp.secondaryIdentifiers field.not_supported",
                        "signIn.methods.0.identifier field.not_one_of",
                        "forgotPasswordMethods.1 field.not_one_of",
                        "passwordPolicy.length.max field.not_supported",
                        "passwordPolicy.characterTypes.min field.not_in_range",
                        "passwordPolicy.rejects.pwned field.not_supported");
        assertThat(answer.json().path("details").asString())
                .contains("signUp.identifiers.1: Ziffer does not have this value; it has phone.");
    }

    @Test
    void takesWhatIsOff() throws Exception {
        success(
                api.patch(
                        PATH,
                        Json.of("{'mfa': {'factors': [], 'policy': 'PromptAtSignInAndSignUp'}, 'adaptiveMfa': {},"
                                + " 'singleSignOnEnabled': false, 'socialSignInConnectorTargets': [], 'customCss': '',"
                                + " 'socialSignIn': {'automaticAccountLinking': false}, 'customUiAssets': null,"
                                + " 'captchaPolicy': {'enabled': false}, 'supportEmail': null, 'id': 'default',"
                                + " 'passwordPolicy': {'characterTypes': {'min': 1}, 'rejects': {'pwned': false}}}")),
                200);
        assertSettings(api.get(PATH).json(), ApiServer.experience());
    }

    @Test
    void saysAllThatIsMissingOrOfAnotherKind() throws Exception {
        Answer answer = api.patch(
                PATH,
                Json.of("{'signInMode': 'signin', 'agreeToTermsPolicy': 7, 'germanFormOfAddress': 'sie',"
                        + " 'signUp': {'identifiers': 'phone', 'verify': 'yes'}, 'signIn': {'methods': [{}, 7,"
                        + method(true, false) + ", " + method(true, false) + "]}, 'languageInfo': [],"
                        + " 'color': {'primaryColor': 'red'}, 'forgotPasswordMethods': {},"
                        + " 'passwordPolicy': {'length': {'min': 7}, 'rejects': {'words': [7, '', 'ok']}}}"));
        assertThat(issues(error(answer, 400, "guard.invalid_input")))
                .containsExactlyInAnyOrder(
                        "signInMode field.not_one_of",
                        "agreeToTermsPolicy field.not_one_of",
                        "germanFormOfAddress field.not_one_of",
                        "signUp.identifiers field.not_a_list",
                        "signUp.password field.missing",
                        "signUp.verify field.not_a_boolean",
                        "signIn.methods.0.identifier field.missing",
                        "signIn.methods.0.password field.missing",
                        "signIn.methods.0.verificationCode field.missing",
                        "signIn.methods.0.isPasswordPrimary field.missing",
                        "signIn.methods.1 field.not_an_object",
                        "signIn.methods.3.identifier field.duplicate",
                        "languageInfo field.not_an_object",
                        "color.primaryColor field.not_a_color",
                        "color.isDarkModeEnabled field.missing",
                        "color.darkPrimaryColor field.missing",
                        "forgotPasswordMethods field.not_a_list",
                        "passwordPolicy.length.min field.not_in_range",
                        "passwordPolicy.rejects.words.0 field.not_a_string",
                        "passwordPolicy.rejects.words.1 field.missing");
    }

    @Test
    void linksOnlyWhereNobodyListens() throws Exception {
        for (String url : List.of(
                "https://example.com/terms?a=b#c", "HTTPS://Example.com", "http://localhost:3000/x", "http://[::1]/")) {
            assertThat(success(api.patch(PATH, Json.object("{}").put("termsOfUseUrl", url)), 200)
                            .json()
                            .path("termsOfUseUrl")
                            .asString())
                    .isEqualTo(url);
        }
        for (String url : List.of(
                "http://example.com/",
                "http://localhost.example.com/",
                "javascript:alert(1)",
                "data:text/html,x",
                "//example.com/",
                "/terms",
                "example.com",
                "https:example.com",
                "https:///terms",
                "https://user:password@example.com/",
                "https://user@example.com/",
                "https://example.com\\@evil.example/",
                "https://example.com/ x",
                "https://example.com/\n",
                "ftp://example.com/",
                " https://example.com/")) {
            ObjectNode change = Json.object("{}").put("termsOfUseUrl", url).put("privacyPolicyUrl", url);
            change.putObject("branding").put("logoUrl", url).put("favicon", url);
            assertThat(issues(error(api.patch(PATH, change), 400, "guard.invalid_input")))
                    .as(url)
                    .containsExactlyInAnyOrder(
                            "termsOfUseUrl field.not_a_url",
                            "privacyPolicyUrl field.not_a_url",
                            "branding.logoUrl field.not_a_url",
                            "branding.favicon field.not_a_url");
        }
        error(
                api.patch(PATH, Json.object("{}").put("termsOfUseUrl", "https://example.com/" + "x".repeat(2048))),
                400,
                "guard.invalid_input");
    }

    @Test
    void takesColoursAndNamesThatCanBeShown() throws Exception {
        for (String color : List.of("0b5c63", "#0b5", "#0b5c6g", "#0b5c63ff", "red", "#0b5c63;", "")) {
            ObjectNode change = Json.object("{'color': {'isDarkModeEnabled': true, 'darkPrimaryColor': '#58b8b5'}}");
            ((ObjectNode) change.path("color")).put("primaryColor", color);
            error(api.patch(PATH, change), 400, "guard.invalid_input");
        }
        for (String name : List.of("a\u0007b", "a\nb", "a\u202eb", "a\u2028b", "\u200bAcme")) {
            Answer answer = api.patch(PATH, Json.object("{}").put("brandName", name));
            assertThat(issues(error(answer, 400, "guard.invalid_input"))).containsExactly("brandName field.not_a_name");
        }
        Answer long65 = api.patch(PATH, Json.object("{}").put("brandName", "x".repeat(65)));
        assertThat(issues(error(long65, 400, "guard.invalid_input"))).containsExactly("brandName field.too_long");
        ObjectNode words = Json.object("{'passwordPolicy': {'rejects': {}}}");
        var list = ((ObjectNode) words.at("/passwordPolicy/rejects")).putArray("words");
        for (int i = 0; i < 101; i++) {
            list.add("word");
        }
        Answer many = api.patch(PATH, words);
        assertThat(issues(error(many, 400, "guard.invalid_input")))
                .containsExactly("passwordPolicy.rejects.words field.too_many");
        for (String name : List.of("x".repeat(64), "Łódź & Söhne ☎", "O’Neill <GmbH>")) {
            success(api.patch(PATH, Json.object("{}").put("brandName", name)), 200);
        }
    }

    @Test
    void tellsEverybodyWhatASignInPageMayKnow() throws Exception {
        success(
                api.patch(
                        PATH,
                        Json.of("{%s, %s, 'forgotPasswordMethods': ['PhoneVerificationCode'], 'brandName': 'Acme',"
                                        .formatted(SIGN_UP, BY_CODE)
                                + " 'passwordPolicy': {'rejects': {'words': ['confidential']}}}")),
                200);
        Answer first = success(publicly(api), 200);

        assertThat(first.json().path("brandName").asString()).isEqualTo("Acme");
        assertThat(first.json().path("forgotPassword").path("phone").booleanValue())
                .isTrue();
        assertThat(first.response().body())
                .doesNotContain("confidential", TwilioAccount.TEST.sid(), TwilioAccount.TEST.authToken());
        assertThat(first.header("Cache-Control")).hasValue("no-cache");
        String tag = first.header("ETag").orElseThrow();
        Answer same = success(publicly(api.with("If-None-Match", tag)), 304);
        assertThat(same.response().body()).isEmpty();
        assertThat(same.header("ETag")).hasValue(tag);

        success(api.patch(PATH, Json.of("{'brandName': 'Other'}")), 200);
        Answer other = success(publicly(api.with("If-None-Match", tag)), 200);
        assertThat(other.header("ETag")).isNotEqualTo(first.header("ETag"));
        // Programs for Logto say which application they ask for.
        success(api.anonymous().get("/api/.well-known/sign-in-exp?appId=x"), 200);
        error(api.anonymous().get("/api/.well-known/phrases"), 401, "auth.authorization_header_missing");
    }

    private JsonNode forgotPassword() throws Exception {
        return publicly(api).json().path("forgotPassword");
    }

    private static Answer publicly(Api caller) throws Exception {
        return caller.anonymous().get("/api/.well-known/sign-in-exp");
    }

    private void deleteConnector() throws Exception {
        String id = api.get("/api/connectors").json().path(0).path("id").asString();
        success(api.delete("/api/connectors/" + id), 204);
    }

    private static String method(boolean password, boolean verificationCode) {
        return "{'identifier': 'phone', 'password': %s, 'verificationCode': %s, 'isPasswordPrimary': false}"
                .formatted(password, verificationCode);
    }

    private static void assertSettings(JsonNode shown, JsonNode settings) {
        settings.properties()
                .forEach(setting -> assertThat(shown.path(setting.getKey()))
                        .as(setting.getKey())
                        .isEqualTo(setting.getValue()));
    }
}
