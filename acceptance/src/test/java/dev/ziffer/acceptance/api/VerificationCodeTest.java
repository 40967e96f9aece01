package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.TwilioStandIn;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sending codes and checking them. */
@OnEachDatabase
final class VerificationCodeTest {

    private static final String SEND = "/api/verification-codes";
    private static final String VERIFY = "/api/verification-codes/verify";

    private final ApiServer server;
    private final Api api;
    private final TwilioStandIn twilio;
    private final String phone = Numbers.fresh();

    VerificationCodeTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
        this.twilio = server.twilio();
    }

    @AfterEach
    void reset() throws Exception {
        server.reset();
    }

    @Test
    void sendsACodeThatOpensOnce() throws Exception {
        Answer sent = success(api.send(phone), 204);
        assertThat(sent.header("Ziffer-Message-Id").orElseThrow()).matches("[0-9A-Z]{26}");
        String code = twilio.code(phone);
        assertThat(code).matches("[0-9]{6}");

        success(api.verify(phone, code), 204);
        error(api.verify(phone, code), 400, "verification_code.not_found");
    }

    @Test
    void sendsTheSameCodeAgain() throws Exception {
        Answer first = success(api.send(phone), 204);
        error(api.verify(phone, "x"), 400, "verification_code.code_mismatch");
        Answer second = success(api.send(phone), 204);

        assertThat(twilio.messages(phone)).hasSize(2);
        assertThat(twilio.messages(phone).stream().map(TwilioStandIn::code).distinct())
                .hasSize(1);
        assertThat(message(second, "verificationId")).isEqualTo(message(first, "verificationId"));
        assertThat(message(second, "attempt")).isEqualTo("2");
        // What was tried stays tried.
        assertThat(attemptsLeft(api.verify(phone, "x"))).isEqualTo(3);
        success(api.verify(phone, twilio.code(phone)), 204);
    }

    @Test
    void countsWrongCodesUpToTheCap() throws Exception {
        success(api.send(phone), 204);
        String code = twilio.code(phone);
        for (int left = 4; left >= 0; left--) {
            assertThat(attemptsLeft(api.verify(phone, wrong(code)))).isEqualTo(left);
        }
        error(api.verify(phone, wrong(code)), 400, "verification_code.exceed_max_try");
        error(api.verify(phone, code), 400, "verification_code.exceed_max_try");

        success(api.send(phone), 204);
        success(api.verify(phone, twilio.code(phone)), 204);
    }

    @Test
    void readsACodeAsPeopleTypeIt() throws Exception {
        for (UnaryOperator<String> typed : List.<UnaryOperator<String>>of(
                code -> " " + code + "\n",
                code -> code.substring(0, 3) + " " + code.substring(3),
                code -> code.substring(0, 3) + "-" + code.substring(3),
                code -> code.chars()
                        .mapToObj(digit -> String.valueOf((char) (digit - '0' + '\u0660')))
                        .collect(Collectors.joining()))) {
            success(api.send(phone), 204);
            success(api.verify(phone, typed.apply(twilio.code(phone))), 204);
        }
    }

    @Test
    void takesAnythingElseForAWrongCode() throws Exception {
        server.policy(6, 600, 100);
        success(api.send(phone), 204);
        String code = twilio.code(phone);
        for (String typed : List.of(
                code + "0",
                "0" + code,
                code.substring(1),
                "+" + code,
                code + "\u0001",
                code + "%",
                "\ud83d\ude00",
                "' OR 1=1 --",
                " ",
                "1e5",
                code.substring(0, 5) + "\u2160")) {
            error(api.verify(phone, typed), 400, "verification_code.code_mismatch");
        }
        success(api.verify(phone, code), 204);
    }

    @Test
    void knowsAnExpiredCodeAsExpired() throws Exception {
        success(api.send(phone), 204);
        String code = twilio.code(phone);
        server.expireCodes();
        error(api.verify(phone, code), 400, "verification_code.expired");
        error(api.verify(phone, wrong(code)), 400, "verification_code.expired");

        success(api.send(phone), 204);
        success(api.verify(phone, twilio.code(phone)), 204);
    }

    @Test
    void knowsNothingOfANumberThatGotNoCode() throws Exception {
        error(api.verify(phone, "123456"), 400, "verification_code.not_found");
    }

    @Test
    void keepsApplicationsApart() throws Exception {
        success(api.send(phone), 204);
        String code = twilio.code(phone);
        error(server.other().verify(phone, code), 400, "verification_code.not_found");

        success(server.other().send(phone), 204);
        String others = twilio.code(phone);
        for (int i = 0; i < 5; i++) {
            error(server.other().verify(phone, wrong(others)), 400, "verification_code.code_mismatch");
        }
        error(server.other().verify(phone, others), 400, "verification_code.exceed_max_try");
        success(api.verify(phone, code), 204);
    }

    @Test
    void keepsUsageTypesApart() throws Exception {
        success(api.post(SEND, Map.of("phone", phone, "usageType", "SignIn")), 204);
        String code = twilio.code(phone);
        assertThat(twilio.messages(phone).getFirst().body()).isEqualTo(code + " is your code to sign in.");

        error(api.verify(phone, code), 400, "verification_code.not_found");
        error(verify(code, "Register"), 400, "verification_code.not_found");
        success(verify(code, "SignIn"), 204);
    }

    @Test
    void sendsGenericWhereAUsageTypeHasNoTemplate() throws Exception {
        success(api.post(SEND, Map.of("phone", phone, "usageType", "MfaVerification")), 204);
        String code = twilio.code(phone);
        assertThat(twilio.messages(phone).getFirst().body()).isEqualTo(code + " is your verification code.");
        error(api.verify(phone, code), 400, "verification_code.not_found");
        success(verify(code, "MfaVerification"), 204);
    }

    @Test
    void speaksThePersonsLanguage() throws Exception {
        var config = Json.config("Generic", "{{code}} ist Ihr Code.", "de");
        Json.templates(config)
                .addObject()
                .put("usageType", "Generic")
                .put("locale", "de-CH")
                .put("content", "{{code}}, gell.");
        success(api.post("/api/connectors", Json.connector(config)), 200);
        for (var expected : Map.of(
                        "de", " ist Ihr Code.",
                        "de-AT", " ist Ihr Code.",
                        "de-CH", ", gell.",
                        "DE-ch", ", gell.",
                        "fr", " is your verification code.",
                        "", " is your verification code.")
                .entrySet()) {
            success(api.post(SEND, Map.of("phone", phone, "locale", expected.getKey())), 204);
            assertThat(twilio.messages(phone).getLast().body()).endsWith(expected.getValue());
        }
        success(api.post(VERIFY, Map.of("phone", phone, "verificationCode", twilio.code(phone), "locale", "it")), 204);
    }

    private Answer verify(String code, String usageType) throws Exception {
        return api.post(VERIFY, Map.of("phone", phone, "verificationCode", code, "usageType", usageType));
    }

    private String message(Answer sent, String field) throws Exception {
        return success(api.get("/api/messages/" + sent.messageId()), 200)
                .json()
                .path(field)
                .asString();
    }

    private static int attemptsLeft(Answer answer) {
        return error(answer, 400, "verification_code.code_mismatch")
                .json()
                .path("data")
                .path("attemptsLeft")
                .asInt(-1);
    }

    /** A code of the same length that is not this one. */
    private static String wrong(String code) {
        return (char) ('0' + (code.charAt(0) - '0' + 1) % 10) + code.substring(1);
    }
}
