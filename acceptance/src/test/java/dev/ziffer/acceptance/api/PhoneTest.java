package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.issues;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.TwilioStandIn;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which numbers get codes. */
@OnEachDatabase
final class PhoneTest {

    private static final String SEND = "/api/verification-codes";
    private static final String VERIFY = "/api/verification-codes/verify";

    private final Api api;
    private final TwilioStandIn twilio;
    private final String phone = Numbers.fresh();

    PhoneTest(Engine engine) throws Exception {
        this.api = ApiServer.on(engine).api();
        this.twilio = ApiServer.on(engine).twilio();
    }

    @Test
    void knowsANumberInAllItsForms() throws Exception {
        String national = phone.substring(2);
        success(api.send("+" + phone), 204);
        assertThat(twilio.messages(phone)).hasSize(1);
        error(api.verify("490" + national, "x"), 400, "verification_code.code_mismatch");
        success(api.verify("+490" + national, twilio.code(phone)), 204);
    }

    @Test
    void refusesNumbersThatGetNoCodes() throws Exception {
        refuses("", "field.missing");
        refuses("x", "phone.not_a_number");
        refuses("+49 151 12345678", "phone.not_a_number");
        refuses("0151" + "12345678", "phone.unknown_calling_code");
        refuses("999123456789", "phone.unknown_calling_code");
        refuses("4915", "phone.wrong_length");
        refuses("49151", "phone.wrong_length");
        refuses("491511234567890123", "phone.too_long");
        refuses("4" + "9".repeat(40), "field.too_long");
        refuses("18005550123", "phone.kind_not_allowed");
        refuses("499001234567", "phone.kind_not_allowed");
        refuses("881612345678", "phone.network_not_allowed");
        Answer email = api.post(SEND, Map.of("email", "a@example.com"));
        assertThat(issues(error(email, 400, "guard.invalid_input")))
                .containsExactly("email field.not_supported", "phone field.missing");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        Answer send = api.post(SEND, Map.of("phone", "x", "usageType", "Nonsense", "locale", "not a language"));
        assertThat(issues(error(send, 400, "guard.invalid_input")))
                .containsExactlyInAnyOrder(
                        "phone phone.not_a_number",
                        "usageType field.unknown_usage_type",
                        "locale field.not_a_language");
        Answer verify = api.post(VERIFY, Map.of("phone", phone, "verificationCode", ""));
        assertThat(issues(error(verify, 400, "guard.invalid_input"))).containsExactly("verificationCode field.missing");
        Answer tooLong = api.verify(phone, "1".repeat(65));
        assertThat(issues(error(tooLong, 400, "guard.invalid_input")))
                .containsExactly("verificationCode field.too_long");
    }

    private void refuses(String number, String code) throws Exception {
        for (String path : new String[] {SEND, VERIFY}) {
            Answer answer = api.post(path, Map.of("phone", number, "verificationCode", "123456"));
            assertThat(issues(error(answer, 400, "guard.invalid_input")))
                    .as(number)
                    .containsExactly("phone " + code);
        }
    }
}
