package dev.ziffer.twilio;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Whatever Twilio answers about an account is read or explained. */
final class AccountFuzzTest {

    private static final List<String> KEYS = List.of(
            "sid",
            "friendly_name",
            "usecase",
            "us_app_to_person_registered",
            "phone_number",
            "alpha_sender",
            "short_code",
            "country_code",
            "capabilities",
            "type",
            "address_requirements",
            "prefix",
            "enabled",
            "message",
            "code");

    private static final List<String> TEXTS =
            List.of("MG0123456789abcdef0123456789abcdef", "+14155550100", "local", "toll free", "none", "US");

    private static final List<AccountApi.Reader<?>> READERS = List.of(
            MessagingService::of,
            OwnedNumber::of,
            AvailableNumber::of,
            GeoPermission::of,
            json -> Sender.of(Sender.Kind.PHONE_NUMBER, json),
            json -> Json.decimal(json, "prefix"));

    @FuzzTest(maxDuration = "5s")
    void everyAnswerIsReadOrExplained(FuzzedDataProvider data) {
        int status = data.consumeInt(100, 599);
        String region = data.consumeBoolean() ? "ie1" : null;
        ObjectNode json = FuzzedJson.object(data, KEYS, TEXTS, 3);

        for (AccountApi.Reader<?> reader : READERS) {
            try {
                assertFalse(reader.read(json).toString().isEmpty());
            } catch (IOException e) {
                assertFalse(String.valueOf(e.getMessage()).isEmpty());
            }
        }
        var answer = new Answer(status, "RQ1", Optional.empty(), json.toString());
        var credentials = new Credentials(Configs.ACCOUNT_SID, Configs.ACCOUNT_SID, "hush", region, null);
        AccountException failure = AccountFailures.refused(answer, credentials, null);
        assertFalse(failure.operatorText(Locale.ENGLISH).isBlank());
        assertFalse(failure.operatorText(Locale.GERMAN).isBlank());
        assertFalse(failure.toString().contains("hush"));
    }
}
