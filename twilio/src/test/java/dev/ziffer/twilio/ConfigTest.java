package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.ErrorCode;
import dev.ziffer.connector.Outcome;
import dev.ziffer.connector.Problem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which configurations can be used, and what is said about the others. */
final class ConfigTest extends ConfigChecks {

    private static final String KEY_SID = "SK0123456789abcdef0123456789abcdef";

    @Test
    void takesThePlainForm() {
        assertThat(errors()).isEmpty();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void takesLogtosFormAndLeavesAloneWhatItDoesNotKnow() {
        config.put("disableRiskCheck", false).put("somethingNew", 5).putNull("region");
        templates()
                .addObject()
                .put("usageType", "MfaVerification")
                .put("content", "{{ code }} {{locale}}")
                .put("type", "x");

        assertThat(errors()).isEmpty();
    }

    @Test
    void takesAnApiKeyInsteadOfTheAuthTokenOrBesideIt() {
        config.put("apiKeySID", KEY_SID).put("apiKeySecret", "hush");
        assertThat(errors()).isEmpty();

        config.remove("authToken");
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+14155550100", "12345", "Example", "My Shop 1", "A&B-C_D+E"})
    void takesASenderInsteadOfTheMessagingServiceOrBesideIt(String sender) {
        config.put("from", sender);
        assertThat(errors()).isEmpty();

        config.remove("fromMessagingServiceSID");
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+0123456789", "4155550100123", "12", "TwelveLetters", "+++", "Grüße", "a\nb", " "})
    void refusesSendersThatTwilioWouldRefuse(String sender) {
        assertThat(errorsOf(config.put("from", sender))).hasSize(1).first().matches(text -> text.startsWith("from: "));
    }

    @ParameterizedTest
    @CsvSource({"accountSID, AC", "fromMessagingServiceSID, MG", "apiKeySID, SK"})
    void refusesMalformedSids(String key, String prefix) {
        config.put("apiKeySID", KEY_SID).put("apiKeySecret", "hush");
        for (String sid : List.of(
                prefix + "0".repeat(31),
                prefix + "0".repeat(33),
                prefix + "g".repeat(32),
                "XX" + "0".repeat(32),
                " " + prefix + "0".repeat(32),
                prefix + "0".repeat(32) + "\n")) {
            assertThat(errorsOf(config.put(key, sid))).containsExactly(key + ": malformed_sid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "••••cdef", "line\nbreak"})
    void refusesSecretsThatTwilioCannotHaveMade(String secret) {
        assertThat(errorsOf(config.put("authToken", secret))).containsExactly("authToken: malformed_secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accountSID",
                "authToken",
                "fromMessagingServiceSID",
                "from",
                "region",
                "edge",
                "host",
                "apiKeySID"
            })
    void refusesEmptyValues(String key) {
        assertThat(errorsOf(config.put(key, " "))).contains(key + ": empty");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(errorsOf(JsonNodeFactory.instance.objectNode()))
                .containsExactly(
                        "accountSID: required",
                        "authToken: required",
                        "fromMessagingServiceSID: required",
                        "templates: required");
    }

    @Test
    void wantsBothPartsOfAnApiKey() {
        assertThat(errorsOf(config.deepCopy().put("apiKeySID", KEY_SID))).containsExactly("apiKeySecret: required");
        assertThat(errorsOf(config.deepCopy().put("apiKeySecret", "hush"))).containsExactly("apiKeySID: required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "5", "\"text\"", "true"})
    void refusesWhatIsNoObject(String json) {
        assertThat(errorsOf(JsonMapper.shared().readTree(json))).containsExactly(": wrong_type");
    }

    @Test
    void refusesValuesOfAnotherTypeWithTheirPath() {
        config.put("accountSID", 5).put("disableRiskCheck", "yes").putArray("authToken");
        templates().add(7);
        templates().addObject().put("usageType", 1).putObject("content");
        templates()
                .addObject()
                .put("usageType", "BindMfa")
                .put("content", "{{code}}")
                .put("locale", 1);

        assertThat(errors())
                .containsExactly(
                        "accountSID: wrong_type",
                        "authToken: wrong_type",
                        "disableRiskCheck: wrong_type",
                        "templates.4: wrong_type",
                        "templates.5.usageType: wrong_type",
                        "templates.5.content: wrong_type",
                        "templates.6.locale: wrong_type");
    }

    @Test
    void saysEverythingInEnglishAndGerman() {
        config.put("accountSID", 5)
                .put("authToken", "")
                .put("from", "?")
                .put("region", "x")
                .put("edge", "X");
        config.put("fromMessagingServiceSID", "MG").put("disableRiskCheck", "x").put("apiKeySID", "SK");
        template(0).put("content", "–".repeat(71) + "{{x}} www.x.yz").put("locale", "?");

        assertThat(validate(config).errors()).hasSizeGreaterThan(9).allMatch(ConfigTest::speaksBothLanguages);
        assertThat(validate(config).warnings()).hasSize(3).allMatch(ConfigTest::speaksBothLanguages);
    }

    @Test
    void opensNothingThatIsNotUsableAndSaysAllThatIsWrong() {
        config.put("accountSID", "AC1").remove("authToken");

        ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> factory.open(config, 6));

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_CONFIG);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.validation()).isEqualTo(validate(config));
        assertThat(failure.validation().errors()).hasSize(2);
    }

    @Test
    void neverShowsASecretInWhatItSays() {
        config.put("authToken", "not a token").put("apiKeySecret", "hu sh");

        assertThat(validate(config).toString()).doesNotContain("not a token").doesNotContain("hu sh");
    }

    private static boolean speaksBothLanguages(Problem problem) {
        return !problem.message(Locale.ENGLISH).isBlank()
                && !problem.message(Locale.GERMAN).isBlank()
                && !problem.message(Locale.GERMAN).equals(problem.message(Locale.ENGLISH));
    }
}
