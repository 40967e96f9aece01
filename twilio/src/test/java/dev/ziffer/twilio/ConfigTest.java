package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.ErrorCode;
import dev.ziffer.connector.Outcome;
import dev.ziffer.connector.Problem;
import dev.ziffer.connector.Validation;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which configurations can be used, and what is said about the others. */
final class ConfigTest {

    private static final String KEY_SID = "SK0123456789abcdef0123456789abcdef";

    private final TwilioConnectorFactory factory = new TwilioConnectorFactory();
    private final ObjectNode config = Configs.plain();

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

    @Test
    void takesARegionAndAnEdge() {
        config.put("region", "ie1").put("edge", "sao-paulo");

        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "region, IE1",
        "region, ie1.evil.example",
        "region, ireland",
        "edge, dublin.x",
        "edge, -dublin",
        "edge, Dublin",
        "edge, a/b",
        "edge, @evil"
    })
    void refusesARegionOrEdgeThatIsNotOneLabelOfAHostName(String key, String value) {
        assertThat(errorsOf(config.put(key, value))).containsExactly(key + ": malformed_" + key);
    }

    @ParameterizedTest
    @CsvSource({
        "api.twilio.com, api.twilio.com",
        "api.ie1.twilio.com, api.ie1.twilio.com",
        "api.dublin.ie1.twilio.com, api.dublin.ie1.twilio.com",
        "api.sao-paulo.us1.twilio.com, api.sao-paulo.us1.twilio.com",
        "API.Dublin.IE1.Twilio.com, api.dublin.ie1.twilio.com",
    })
    void takesTheHostThatLogtoTakes(String host, String used) {
        config.put("host", host);

        assertThat(errors()).isEmpty();
        assertThat(Objects.requireNonNull(new ConfigReader(config, 6).read())
                        .credentials()
                        .origin(TwilioHosts.twilio(), "api"))
                .hasToString("https://" + used);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.dublin.twilio.com",
                "api.ie1.dublin.twilio.com",
                "api.x.dublin.ie1.twilio.com",
                "messaging.twilio.com",
                "twilio.com",
                "api.twilio.com.evil.example",
                "evil.example/api.twilio.com",
                "evil.example#api.twilio.com",
                "apiXtwilio.com",
                "https://api.twilio.com",
                "api.twilio.com:443",
                "api.-x.ie1.twilio.com",
                "api.twilio.com\n",
            })
    void refusesHostsThatAreNotTwiliosApi(String host) {
        assertThat(errorsOf(config.put("host", host))).containsExactly("host: malformed_host");
    }

    @ParameterizedTest
    @CsvSource({
        "api.twilio.com, region, us1",
        "api.ie1.twilio.com, region, ie1",
        "api.dublin.ie1.twilio.com, region, ie1",
        "api.dublin.ie1.twilio.com, edge, dublin",
    })
    void takesAHostThatAgreesWithRegionAndEdge(String host, String key, String value) {
        assertThat(errorsOf(config.put("host", host).put(key, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "api.twilio.com, region, ie1",
        "api.twilio.com, edge, dublin",
        "api.ie1.twilio.com, region, au1",
        "api.ie1.twilio.com, edge, dublin",
        "api.dublin.ie1.twilio.com, region, us1",
        "api.dublin.ie1.twilio.com, edge, ashburn",
    })
    void refusesAHostThatContradictsRegionOrEdge(String host, String key, String value) {
        assertThat(errorsOf(config.put("host", host).put(key, value))).containsExactly("host: contradictory_host");
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
    void refusesTemplatesThatAreNoList() {
        assertThat(errorsOf(config.put("templates", "{{code}}"))).containsExactly("templates: wrong_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SignIn", "Register", "ForgotPassword", "Generic"})
    void namesEachRequiredTemplateThatIsMissing(String usageType) {
        for (int index = 0; index < 4; index++) {
            if (templates().get(index).path("usageType").stringValue().equals(usageType)) {
                templates().remove(index);
                break;
            }
        }

        assertThat(errors()).containsExactly("templates: template_missing");
        assertThat(validate(config).errors().getFirst().message(Locale.ENGLISH)).contains(usageType);
    }

    @Test
    void namesAllFourWhenTheListIsEmpty() {
        templates().removeAll();

        assertThat(validate(config).errors())
                .extracting(problem -> problem.message(Locale.GERMAN))
                .hasSize(4)
                .allMatch(message -> message.startsWith("Eine Vorlage für "));
    }

    @Test
    void wantsAGenericTemplateForPeopleOfEveryLanguage() {
        template(3).put("locale", "de");

        assertThat(errors()).containsExactly("templates: template_missing");
    }

    @Test
    void refusesUsageTypesThatNobodySendsWith() {
        templates().addObject().put("usageType", "signin").put("content", "{{code}}");

        assertThat(errors()).containsExactly("templates.4.usageType: unknown_usage_type");
    }

    @Test
    void refusesTwoTemplatesForTheSameUsageTypeAndLocale() {
        templates().addObject().put("usageType", "SignIn").put("content", "{{code}}!");
        templates()
                .addObject()
                .put("usageType", "SignIn")
                .put("content", "{{code}}")
                .put("locale", "de-CH");
        templates()
                .addObject()
                .put("usageType", "SignIn")
                .put("content", "{{code}}")
                .put("locale", "DE-ch");

        assertThat(errors()).containsExactly("templates.4: duplicate_template", "templates.6: duplicate_template");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de_DE", "german language", "-", "x"})
    void refusesLocalesThatAreNoLanguageTags(String locale) {
        template(0).put("locale", locale);

        assertThat(errors()).containsExactly("templates.0.locale: malformed_locale");
    }

    @Test
    void refusesATemplateThatLosesTheCode() {
        template(1).put("content", "Your code is {code}.");

        assertThat(errors()).containsExactly("templates.1.content: code_missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{Code}}",
                "{{code.length}}",
                "{{constructor}}",
                "{{__proto__}}",
                "{{application.name}}",
                "{{}}",
                "{{code-x}}",
                "{{first name}}"
            })
    void refusesPlaceholdersWithoutAValue(String placeholder) {
        template(1).put("content", "{{code}} " + placeholder);

        assertThat(errors()).containsExactly("templates.1.content: unknown_placeholder");
        assertThat(validate(config).errors().getFirst().message(Locale.ENGLISH)).contains(placeholder);
    }

    @Test
    void measuresTheMessageWithACodeOfTheRealLength() {
        template(0).put("content", "a".repeat(150) + "{{code}}");
        assertThat(factory.validate(config, 10).warnings()).isEmpty();

        template(0).put("content", "a".repeat(151) + "{{code}}");
        assertThat(factory.validate(config, 9).warnings()).isEmpty();
        assertThat(factory.validate(config, 10).warnings())
                .extracting(Problem::code)
                .containsExactly("several_segments");

        template(0).put("content", "a".repeat(1_594) + "{{code}}");
        assertThat(factory.validate(config, 6).errors()).isEmpty();
        assertThat(factory.validate(config, 7).errors())
                .extracting(Problem::code)
                .containsExactly("too_long");
    }

    @Test
    void warnsOfTheCharacterThatMakesTheMessageUcs2() {
        template(0).put("content", "Ihr Code – {{code}}");

        assertThat(warnings()).containsExactly("templates.0.content: ucs2");
        assertThat(validate(config).warnings().getFirst().message(Locale.ENGLISH))
                .contains("– (U+2013)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "see www.example.com",
                "bit.ly/abc",
                "HTTP://X",
                "see example.com",
                "(Shop.example.co.uk)",
                "at example.com.",
                "EXAMPLE.COM",
                "münchen.de"
            })
    void warnsOfLinks(String link) {
        template(0).put("content", "{{code}} " + link);

        assertThat(warnings()).containsExactly("templates.0.content: link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{code}} is your code.\n\n@example.com #{{code}}",
                "{{code}} is your code.\n\n@example.com #{{code}} @shop.example.com",
                "{{code}} is your code.Tell nobody. Help: help@shop.example.com",
                "{{code}}: gilt z.B. heute um 9.30 Uhr."
            })
    void doesNotTakeForALinkWhatIsNone(String content) {
        template(0).put("content", content);

        assertThat(warnings()).isEmpty();
    }

    @Test
    void measuresAPlaceForTheLocaleWithAsMuchAsItMayTake() {
        template(0).put("content", "a".repeat(149) + "{{code}}{{locale}}");
        assertThat(warnings()).isEmpty();

        template(0).put("content", "a".repeat(150) + "{{code}}{{locale}}");
        assertThat(warnings()).containsExactly("templates.0.content: several_segments");

        template(0).put("content", "a".repeat(145) + "{{code}}{{locale}}").put("locale", "zh-Hant-TW");
        assertThat(warnings()).containsExactly("templates.0.content: several_segments");
    }

    @Test
    void saysWhatToDoAboutEveryTemplate() {
        template(0).put("content", "–".repeat(71) + "{{code}} {{x}} www.x.yz");
        template(1).put("content", "a".repeat(1_600) + "{{code}}");
        templates().remove(2);
        template(2).put("locale", "de");

        Validation validation = validate(config);

        assertThat(Stream.concat(validation.errors().stream(), validation.warnings().stream()))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "unknown_placeholder",
                        "too_long",
                        "template_missing",
                        "template_missing",
                        "several_segments",
                        "ucs2",
                        "link");
        assertThat(Stream.concat(validation.errors().stream(), validation.warnings().stream()))
                .allSatisfy(problem -> {
                    assertThat(problem.message(Locale.ENGLISH)).containsPattern("\\. (Add|Leave|Replace|Shorten|Use) ");
                    assertThat(problem.message(Locale.GERMAN)).containsPattern("\\. \\p{Lu}\\p{L}+n Sie ");
                });
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

    private ArrayNode templates() {
        return (ArrayNode) config.path("templates");
    }

    private ObjectNode template(int index) {
        return (ObjectNode) templates().get(index);
    }

    private Validation validate(JsonNode json) {
        return factory.validate(json, 6);
    }

    private List<String> errors() {
        return errorsOf(config);
    }

    private List<String> errorsOf(JsonNode json) {
        return summary(validate(json).errors());
    }

    private List<String> warnings() {
        return summary(validate(config).warnings());
    }

    private static List<String> summary(List<Problem> problems) {
        return problems.stream()
                .map(problem -> String.join(
                                ".",
                                problem.path().stream().map(Object::toString).toList())
                        + ": " + problem.code())
                .toList();
    }
}
