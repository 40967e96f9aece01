package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.connector.FormItem;
import dev.ziffer.connector.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class MetadataTest {

    private final TwilioConnectorFactory factory = new TwilioConnectorFactory();
    private final Metadata metadata = factory.metadata();

    @Test
    void isKnownByTheNamesThatLogtoGaveIt() {
        assertThat(metadata.id()).isEqualTo("twilio-short-message-service");
        assertThat(metadata.target()).isEqualTo("twilio-sms");
        assertThat(metadata.platform()).isNull();
        assertThat(metadata.name()).containsKeys("en", "de");
        assertThat(metadata.description()).containsKeys("en", "de");
    }

    @Test
    void itsFormHasLogtosFieldsInLogtosOrderBeforeItsOwn() {
        assertThat(metadata.formItems())
                .extracting(FormItem::key)
                .containsExactly(
                        "accountSID",
                        "authToken",
                        "fromMessagingServiceSID",
                        "disableRiskCheck",
                        "templates",
                        "apiKeySID",
                        "apiKeySecret",
                        "from",
                        "region",
                        "edge");
    }

    @Test
    void itsSecretsAreConfidentialAndNothingElseIs() {
        assertThat(metadata.formItems())
                .filteredOn(FormItem::confidential)
                .extracting(FormItem::key)
                .containsExactly("authToken", "apiKeySecret");
    }

    @Test
    void itsSecretsAreBoundToWhereTheyAreShownTo() {
        assertThat(factory.secretScope()).containsExactly("accountSID", "apiKeySID", "region", "edge", "host");
    }

    @Test
    void itsDefaultTemplatesNeedNothingButCredentials() {
        ObjectNode config = Configs.plain();
        config.set("templates", defaultOf("templates"));

        var validation = factory.validate(config, 10);

        assertThat(validation.errors()).isEmpty();
        assertThat(validation.warnings()).isEmpty();
    }

    @Test
    void itsLogoIsADrawing() {
        String base64 = metadata.logo().replace("data:image/svg+xml;base64,", "");

        assertThat(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8))
                .startsWith("<svg ");
    }

    @Test
    void itsReadmeNamesEveryFieldOfTheForm() {
        assertThat(metadata.formItems()).allMatch(item -> metadata.readme().contains(item.key()));
    }

    private JsonNode defaultOf(String key) {
        return metadata.formItems().stream()
                .filter(item -> item.key().equals(key))
                .map(FormItem::defaultValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
