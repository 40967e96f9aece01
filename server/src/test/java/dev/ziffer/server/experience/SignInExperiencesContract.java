package dev.ziffer.server.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ziffer.server.RunningServer;
import dev.ziffer.server.experience.Choices.Identifier;
import dev.ziffer.server.experience.Choices.SignInMode;
import dev.ziffer.server.experience.SignInExperience.Method;
import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.storage.Documents;
import dev.ziffer.server.storage.Revision;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.verification.Cooldown;
import dev.ziffer.verification.Policy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the sign-in experience is kept and changed; each engine's test extends this. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SignInExperiencesContract {

    private static final String NO_CONNECTOR = "sign_in_experiences.enabled_connector_not_found";

    private static final String CONNECTOR = """
            {"connectorId": "twilio-short-message-service",
             "config": {
               "accountSID": "AC11111111111111111111111111111111",
               "authToken": "0123456789abcdef0123456789abcdef",
               "fromMessagingServiceSID": "MG11111111111111111111111111111111",
               "templates": [
                 {"usageType": "SignIn", "content": "{{code}}"},
                 {"usageType": "Register", "content": "{{code}}"},
                 {"usageType": "ForgotPassword", "content": "{{code}}"},
                 {"usageType": "Generic", "content": "{{code}}"}
               ]
             }}
            """;

    @AutoClose
    private final RunningServer server;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final Revision revision;
    private final SignInExperiences experiences;

    SignInExperiencesContract(RunningServer server) {
        this.server = server;
        jdbc = server.bean(JdbcClient.class);
        documents = server.bean(Documents.class);
        revision = server.bean(Revision.class);
        experiences = server.bean(SignInExperiences.class);
    }

    @BeforeEach
    void beginAnew() {
        revision.change(() -> {
            jdbc.sql("DELETE FROM setting").update();
            return jdbc.sql("DELETE FROM connector").update();
        });
    }

    @Test
    void letsNobodyUpOrInBeforeItIsTold() {
        SignInExperience experience = experiences.current();

        assertThat(experience).isEqualTo(SignInExperience.DEFAULT);
        assertThat(experience.signUp().identifiers()).isEmpty();
        assertThat(experience.signIn().methods()).isEmpty();
        assertThat(experience.signInMode()).isEqualTo(SignInMode.SIGN_IN_AND_REGISTER);
        assertThat(experience.cooldown()).isEqualTo(Cooldown.PAGES);
        assertThat(experiences.forgotPasswordByPhone()).isFalse();
    }

    @Test
    void enablesPhoneInOneChange() {
        saveConnector();
        experiences.enablePhone();

        SignInExperience experience = experiences.current();
        assertThat(experience.signUp()).isEqualTo(new SignInExperience.SignUp(List.of(Identifier.PHONE), false, true));
        assertThat(experience.signIn().methods()).containsExactly(new Method(Identifier.PHONE, false, true, false));
        experiences.enablePhone();
        assertThat(experiences.current()).isEqualTo(experience);
    }

    @Test
    void enablesPhoneAndDisablesNothing() {
        saveConnector();
        patch("""
                {"signInMode": "SignIn", "brandName": "Acme", "forgotPasswordMethods": null,
                 "signIn": {"methods": [{"identifier": "phone", "password": true, "verificationCode": false,
                                         "isPasswordPrimary": true}]}}""");
        experiences.enablePhone();

        SignInExperience experience = experiences.current();
        assertThat(experience.signInMode()).isEqualTo(SignInMode.SIGN_IN_AND_REGISTER);
        assertThat(experience.signUp().byPhone()).isTrue();
        assertThat(experience.signIn().methods()).containsExactly(new Method(Identifier.PHONE, true, true, true));
        assertThat(experience.brandName()).isEqualTo("Acme");
        assertThat(experiences.forgotPasswordByPhone()).isTrue();
    }

    @Test
    void enablesNoPhoneWithoutAConnector() {
        assertThatThrownBy(experiences::enablePhone)
                .asInstanceOf(type(RequestError.class))
                .returns(NO_CONNECTOR, RequestError::code);
        assertThat(experiences.current()).isEqualTo(SignInExperience.DEFAULT);

        saveConnector();
        experiences.enablePhone();
        SignInExperience enabled = experiences.current();
        deleteConnector();
        assertThatThrownBy(experiences::enablePhone).isInstanceOf(RequestError.class);
        assertThat(experiences.current()).isEqualTo(enabled);
    }

    @Test
    void enablesNoPhoneWhileTheConnectorIsDeleted() throws Exception {
        saveConnector();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> enabling = revision.change(() -> {
                jdbc.sql("DELETE FROM connector").update();
                Future<?> meanwhile = threads.submit(experiences::enablePhone);
                assertThatThrownBy(() -> meanwhile.get(300, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return meanwhile;
            });
            assertThatThrownBy(enabling::get)
                    .cause()
                    .asInstanceOf(type(RequestError.class))
                    .returns(NO_CONNECTOR, RequestError::code);
        }
        assertThat(experiences.current()).isEqualTo(SignInExperience.DEFAULT);
    }

    @Test
    void losesNoneOfManyChangesAtOnce() throws Exception {
        List<String> changes = List.of(
                "{\"brandName\": \"Acme\"}",
                "{\"signInMode\": \"SignIn\"}",
                "{\"termsOfUseUrl\": \"https://example.com/terms\"}",
                "{\"germanFormOfAddress\": \"Sie\"}",
                "{\"passwordPolicy\": {\"length\": {\"min\": 12}}}",
                "{\"verificationCodePolicy\": {\"codeLength\": 8, \"resendCooldown\": 60}}");
        var ready = new CountDownLatch(changes.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (String change : changes) {
                all.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    patch(change);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        SignInExperience experience = experiences.current();
        assertThat(experience.brandName()).isEqualTo("Acme");
        assertThat(experience.signInMode()).isEqualTo(SignInMode.SIGN_IN);
        assertThat(experience.termsOfUseUrl()).isEqualTo(URI.create("https://example.com/terms"));
        assertThat(experience.germanFormOfAddress()).isEqualTo(Choices.FormOfAddress.SIE);
        assertThat(experience.passwordPolicy().length().min()).isEqualTo(12);
        assertThat(experience.cooldown())
                .isEqualTo(new Cooldown("pages", Duration.ofSeconds(60), Duration.ofSeconds(240)));
        assertThat(policy().codeLength()).isEqualTo(8);
    }

    @Test
    void changesCodesAndPagesTogetherOrNot() {
        assertThatThrownBy(() -> patch("""
                {"brandName": "Acme", "verificationCodePolicy": {"codeLength": 8},
                 "forgotPasswordMethods": ["PhoneVerificationCode"]}"""))
                .asInstanceOf(type(RequestError.class))
                .returns("sign_in_experiences.forgot_password_method_requires_connector", RequestError::code);
        assertThatThrownBy(() -> patch("{\"verificationCodePolicy\": {\"codeLength\": 8, \"expirationDuration\": 1}}"))
                .asInstanceOf(type(RequestError.class))
                .returns("guard.invalid_input", RequestError::code);

        assertThat(experiences.current()).isEqualTo(SignInExperience.DEFAULT);
        assertThat(policy()).isEqualTo(Policy.DEFAULT);
    }

    @Test
    void takesWhatIsNotKeptToBeAsAtTheBeginning() {
        documents.put("signInExperience", "{\"brandName\": \"Acme\", \"laterSetting\": 7}");

        assertThat(experiences.current().brandName()).isEqualTo("Acme");
        assertThat(experiences.current().color()).isEqualTo(SignInExperience.DEFAULT.color());
    }

    @Test
    void keepsEverythingThatCanBeSet() {
        saveConnector();
        patch("""
                {"signInMode": "Register", "agreeToTermsPolicy": "Manual", "germanFormOfAddress": "Sie",
                 "signUp": {"identifiers": ["phone"], "password": true, "verify": true},
                 "signIn": {"methods": [{"identifier": "phone", "password": true, "verificationCode": true,
                                         "isPasswordPrimary": true}]},
                 "forgotPasswordMethods": ["PhoneVerificationCode"],
                 "termsOfUseUrl": "https://example.com/terms", "privacyPolicyUrl": "https://example.com/privacy",
                 "languageInfo": {"autoDetect": false, "fallbackLanguage": "de"},
                 "color": {"primaryColor": "#123456", "isDarkModeEnabled": false, "darkPrimaryColor": "#ABCDEF"},
                 "branding": {"logoUrl": "https://example.com/a", "darkLogoUrl": "https://example.com/b",
                              "favicon": "https://example.com/c", "darkFavicon": "https://example.com/d"},
                 "brandName": "Acme", "passwordPolicy": {"length": {"min": 64}, "rejects": {"words": ["acme"]}},
                 "verificationCodePolicy": {"resendCooldown": 300}}""");

        SignInExperience kept = experiences.current();
        documents.put("another", "{}");
        assertThat(experiences.current()).isEqualTo(kept).isNotSameAs(kept);
        assertThat(kept.passwordPolicy().rejects().words()).containsExactly("acme");
        assertThat(kept.branding().darkFavicon()).isEqualTo(URI.create("https://example.com/d"));
        assertThat(kept.color().isDarkModeEnabled()).isFalse();
        assertThat(kept.forgotPasswordMethods()).hasSize(1);
        assertThat(kept.resendCooldown()).isEqualTo(300);
    }

    private Policy policy() {
        return server.bean(Protection.class).rules().policy();
    }

    private void patch(String change) {
        JsonNode json = JsonMapper.shared().readTree(change);
        experiences.patch(json);
    }

    private void saveConnector() {
        try {
            var saved = server.send(server.request("/api/connectors")
                    .header("Authorization", "Bearer " + server.accessToken())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(CONNECTOR)));
            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the connector was not saved", e);
        }
    }

    private void deleteConnector() {
        revision.change(() -> jdbc.sql("DELETE FROM connector").update());
    }
}
