package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.issues;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What codes are like, and where they may go. */
@OnEachDatabase
final class SettingsTest {

    private static final String POLICY = "/api/sign-in-exp";
    private static final String PROTECTION = "/api/protection";

    private final ApiServer server;
    private final Api api;

    SettingsTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
    }

    @AfterEach
    void reset() throws Exception {
        server.reset();
    }

    @Test
    void changesWhatIsGivenAndNothingElse() throws Exception {
        Answer changed = api.patch(POLICY, Json.of("{'verificationCodePolicy': {'codeLength': 8}}"));
        assertThat(policyIn(changed)).isEqualTo(policy(8, 600, 5, 30));
        changed = api.patch(POLICY, Json.of("{'verificationCodePolicy': {'maxRetryAttempts': 1}}"));
        assertThat(policyIn(changed)).isEqualTo(policy(8, 600, 1, 30));
        changed = api.patch(POLICY, Json.of("{'verificationCodePolicy': {'resendCooldown': 300}}"));
        assertThat(policyIn(changed)).isEqualTo(policy(8, 600, 1, 300));
        assertThat(policyIn(api.patch(POLICY, Json.of("{'verificationCodePolicy': null}"))))
                .isEqualTo(policy(8, 600, 1, 300));
        assertThat(policyIn(api.patch(POLICY, Map.of()))).isEqualTo(policy(8, 600, 1, 300));
        assertThat(policyIn(api.get(POLICY))).isEqualTo(policy(8, 600, 1, 300));
    }

    @Test
    void makesNewCodesByThePolicyAndKeepsOldOnes() throws Exception {
        String old = Numbers.fresh();
        success(api.send(old), 204);
        server.policy(10, 60, 2);
        String phone = Numbers.fresh();
        success(api.send(phone), 204);

        assertThat(server.twilio().code(phone)).matches("[0-9]{10}");
        success(api.send(old), 204);
        assertThat(server.twilio().code(old)).matches("[0-9]{6}");
        error(api.verify(phone, "x"), 400, "verification_code.code_mismatch");
        Answer second = error(api.verify(phone, "x"), 400, "verification_code.code_mismatch");
        assertThat(second.json().path("data").path("attemptsLeft").asInt(-1)).isZero();
        error(api.verify(phone, server.twilio().code(phone)), 400, "verification_code.exceed_max_try");
        success(api.verify(old, server.twilio().code(old)), 204);
    }

    @Test
    void takesTheBoundsAndNothingBeyond() throws Exception {
        for (String bounds : List.of("4, 60, 1, 10", "10, 3600, 100, 300")) {
            success(api.patch(POLICY, change(bounds)), 200);
        }
        server.reset();
        for (String values : List.of(
                "3, 59, 0, 9",
                "11, 3601, 101, 301",
                "-1, -1, -1, -1",
                "'6', '600', '5', '30'",
                "6.5, 1e3, 5.5, 30.5",
                "true, [], {}, false",
                "2147483648, 4294967356, 99999999999999999999, 4294967326")) {
            assertThat(issues(error(api.patch(POLICY, change(values)), 400, "guard.invalid_input")))
                    .as(values)
                    .containsExactlyInAnyOrder(
                            "verificationCodePolicy.codeLength field.not_in_range",
                            "verificationCodePolicy.expirationDuration field.not_in_range",
                            "verificationCodePolicy.maxRetryAttempts field.not_in_range",
                            "verificationCodePolicy.resendCooldown field.not_in_range");
        }
        assertThat(policyIn(api.get(POLICY))).isEqualTo(policy(6, 600, 5, 30));
    }

    private static JsonNode change(String values) {
        return Json.of(
                "{'verificationCodePolicy': {'codeLength': %s, 'expirationDuration': %s, 'maxRetryAttempts': %s, 'resendCooldown': %s}}"
                        .formatted((Object[]) values.split(", ", -1)));
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        Answer policy = api.patch(
                POLICY, Json.of("{'verificationCodePolicy': {'codeLength': 8, 'codelength': 9, 'resend': {}}}"));
        assertThat(issues(error(policy, 400, "guard.invalid_input")))
                .containsExactlyInAnyOrder(
                        "verificationCodePolicy.codelength field.not_supported",
                        "verificationCodePolicy.resend field.not_supported");
        assertThat(policyIn(api.get(POLICY))).isEqualTo(policy(6, 600, 5, 30));

        Answer protection = api.patch(PROTECTION, Json.of("{'allowedCountries': ['DE'], 'allowedCountry': 'DE'}"));
        assertThat(issues(error(protection, 400, "guard.invalid_input")))
                .containsExactly("allowedCountry field.not_supported");
        assertThat(api.get(PROTECTION).json()).isEqualTo(Json.of("{'allowedCountries': []}"));
    }

    @Test
    void knowsKosovoWhichHasNumbersAndNoCodeOfIso() throws Exception {
        success(api.patch(PROTECTION, Json.of("{'allowedCountries': ['XK']}")), 200);
        error(api.send(Numbers.fresh()), 400, "verification_code.country_not_allowed");
        success(api.send("38343" + Numbers.fresh().substring(7)), 204);
    }

    @Test
    void sendsOnlyToAllowedCountries() throws Exception {
        String german = Numbers.fresh();
        assertThat(success(api.get(PROTECTION), 200).json()).isEqualTo(Json.of("{'allowedCountries': []}"));
        assertThat(success(api.patch(PROTECTION, Json.of("{'allowedCountries': ['gb', 'AT', 'GB']}")), 200)
                        .json())
                .isEqualTo(Json.of("{'allowedCountries': ['AT', 'GB']}"));

        int before = total();
        error(api.send(german), 400, "verification_code.country_not_allowed");
        error(
                api.post("/api/connectors/twilio-short-message-service/test", Json.test(german, Json.config())),
                400,
                "verification_code.country_not_allowed");
        assertThat(total()).isEqualTo(before);
        success(api.send("447700900" + german.substring(german.length() - 3)), 204);

        success(api.patch(PROTECTION, Map.of("allowedCountries", List.of("DE"))), 200);
        success(api.patch(PROTECTION, Map.of()), 200);
        // What was refused for its country took nothing of the number's limits.
        for (int i = 0; i < 10; i++) {
            success(api.send(german), 204);
        }
    }

    @Test
    void checksACodeWhoseCountryIsAllowedNoMore() throws Exception {
        String phone = Numbers.fresh();
        success(api.send(phone), 204);
        success(api.patch(PROTECTION, Map.of("allowedCountries", List.of("GB"))), 200);
        success(api.verify(phone, server.twilio().code(phone)), 204);
    }

    @Test
    void knowsCountriesOnly() throws Exception {
        for (String countries : List.of(
                "'DE'", "7", "{}", "true", "['DE', 'XX']", "['DEU']", "['']", "[7]", "[null]", "[['DE']]", "['DE ']")) {
            Answer answer = api.patch(PROTECTION, Json.of("{'allowedCountries': " + countries + "}"));
            assertThat(issues(error(answer, 400, "guard.invalid_input")))
                    .as(countries)
                    .containsExactly("allowedCountries field.not_countries");
        }
        assertThat(api.get(PROTECTION).json()).isEqualTo(Json.of("{'allowedCountries': []}"));
    }

    private int total() throws Exception {
        return Integer.parseInt(api.get("/api/messages").header("Total-Number").orElseThrow());
    }

    private static JsonNode policyIn(Answer answer) {
        return success(answer, 200).json().path("verificationCodePolicy");
    }

    private static JsonNode policy(int codeLength, int expirationDuration, int maxRetryAttempts, int resendCooldown) {
        return Json.of("{'codeLength': %d, 'expirationDuration': %d, 'maxRetryAttempts': %d, 'resendCooldown': %d}"
                .formatted(codeLength, expirationDuration, maxRetryAttempts, resendCooldown));
    }
}
