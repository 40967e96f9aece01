package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.connector.Problem;
import dev.ziffer.connector.Validation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about fields that nothing reads. */
final class UnknownFieldTest extends ConfigChecks {

    @Test
    void areWarnedOfAndRefuseNothing() throws Exception {
        config.put("somethingNew", 5);

        assertThat(validate(config).errors()).isEmpty();
        assertThat(warning().code()).isEqualTo("unknown_field");
        assertThat(warning().path()).containsExactly("somethingNew");
        assertThat(warning().message(Locale.ENGLISH)).isEqualTo("Nothing reads \"somethingNew\". Leave it out.");
        assertThat(warning().message(Locale.GERMAN))
                .isEqualTo("„somethingNew“ wird nirgends gelesen. Lassen Sie es weg.");
        assertThat(factory.open(config, 6)).isNotNull();
    }

    @Test
    void areWarnedOfInEachTemplateAtTheirPath() {
        template(0).put("contentType", "text/plain");
        template(2).put("usage_type", "SignIn");

        assertThat(validate(config).errors()).isEmpty();
        assertThat(validate(config).warnings())
                .extracting(Problem::path)
                .containsExactly(List.of("templates", 0, "contentType"), List.of("templates", 2, "usage_type"));
        assertThat(validate(config).warnings().getLast().message(Locale.ENGLISH))
                .endsWith("Did you mean \"usageType\"?");
    }

    @Test
    void areWarnedOfInATemplateThatIsWrongOtherwise() {
        template(1).remove("usageType");
        template(1).put("useageType", "Register");

        assertThat(validate(config).errors()).isNotEmpty();
        assertThat(warning().path()).containsExactly("templates", 1, "useageType");
    }

    @ParameterizedTest
    @CsvSource({
        "accountSid, accountSID",
        "ACCOUNT_SID, accountSID",
        "acountSID, accountSID",
        "auth_token, authToken",
        "auth-token, authToken",
        "auhtToken, authToken",
        "apiKeySid, apiKeySID",
        "apiSecret, apiKeySecret",
        "fromMessagingServiceSid, fromMessagingServiceSID",
        "messagingServiceSid, fromMessagingServiceSID",
        "form, from",
        "From, from",
        "Region, region",
        "edges, edge",
        "disableRiskchecks, disableRiskCheck",
        "template, templates",
    })
    void areTakenForTheKnownFieldThatIsNear(String name, String meant) {
        config.put(name, "x");

        assertThat(warning().message(Locale.ENGLISH))
                .isEqualTo("Nothing reads \"" + name + "\". Did you mean \"" + meant + "\"?");
        assertThat(warning().message(Locale.GERMAN))
                .isEqualTo("„" + name + "“ wird nirgends gelesen. Ist „" + meant + "“ gemeint?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "to", "sid", "text", "code", "type", "token", "sender", "content", "usageType"})
    void areTakenForNothingThatIsFar(String name) {
        config.put(name, "x");

        assertThat(warning().message(Locale.ENGLISH)).endsWith("Leave it out.");
    }

    @Test
    void areNotThoseThatLogtosConnectorHasOrThatOnlyThisOneHas() {
        config.put("disableRiskCheck", true)
                .put("host", "api.twilio.com")
                .put("apiKeySID", "SK0123456789abcdef0123456789abcdef")
                .put("apiKeySecret", "hush")
                .put("from", "Example")
                .put("region", "us1")
                .putNull("edge");
        template(0).put("locale", "de");

        assertThat(validate(config)).isEqualTo(new Validation(List.of(), List.of()));
    }

    @Test
    void countAsAbsentWhenTheyAreNull() {
        config.putNull("accountSid");

        assertThat(validate(config).warnings()).isEmpty();
    }

    @Test
    void neverShowWhatTheyHold() {
        config.put("authTokn", "fedcba98").putArray("secrets").add("hush");

        assertThat(validate(config).warnings()).hasSize(2);
        assertThat(validate(config).toString()).doesNotContain("fedcba98").doesNotContain("hush");
    }

    @Test
    void areNamedOnlyInPartWhenTheirNameIsLong() {
        config.put("x".repeat(10_000), 1);

        assertThat(warning().message(Locale.ENGLISH))
                .isEqualTo("Nothing reads \"" + "x".repeat(40) + "\". Leave it out.");
    }

    private Problem warning() {
        assertThat(validate(config).warnings()).hasSize(1);
        return validate(config).warnings().getFirst();
    }
}
