package dev.ziffer.server.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.connector.ConnectorFactory;
import dev.ziffer.server.web.Issue;
import dev.ziffer.twilio.TwilioConnectorFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class SecretsTest {

    private static final ConnectorFactory TWILIO = new TwilioConnectorFactory();
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String MASK = "••••cdef";

    @Test
    void showsFourCharactersOfASecretAndLeavesTheRestAsItIs() {
        ObjectNode config = kept();

        JsonNode masked = Secrets.masked(TWILIO, config);

        assertThat(masked.path("authToken").stringValue()).isEqualTo(MASK);
        assertThat(masked.path("accountSID")).isEqualTo(config.path("accountSID"));
        assertThat(config.path("authToken").stringValue()).isEqualTo(TOKEN);
    }

    @Test
    void showsNothingOfASecretThatIsShort() {
        assertThat(Secrets.masked(TWILIO, kept().put("authToken", "secret12345"))
                        .path("authToken")
                        .stringValue())
                .isEqualTo("••••");
    }

    @Test
    void showsTheHostThoughTheFormHasNone() {
        ObjectNode config = kept().put("host", "api.dublin.ie1.twilio.com");

        assertThat(Secrets.masked(TWILIO, config).path("host").stringValue()).isEqualTo("api.dublin.ie1.twilio.com");
    }

    @Test
    void showsNoSecretWhoseNameIsMisspelt() {
        ObjectNode config = kept().put("apikeySecret", TOKEN);
        config.putObject("extra").putArray("tokens").add(TOKEN).add(7);

        JsonNode masked = Secrets.masked(TWILIO, config);

        assertThat(masked.path("apikeySecret").stringValue()).isEqualTo(MASK);
        assertThat(masked.at("/extra/tokens/0").stringValue()).isEqualTo(MASK);
        assertThat(masked.toString()).doesNotContain(TOKEN);
        assertThat(Secrets.unmasked(TWILIO, kept().put("apikeySecret", MASK), config)
                        .config()
                        .path("apikeySecret")
                        .stringValue())
                .isEqualTo(TOKEN);
    }

    @Test
    void takesTheMaskForTheKeptSecret() {
        Secrets.Unmasked unmasked = Secrets.unmasked(TWILIO, kept().put("authToken", MASK), kept());

        assertThat(unmasked.issues()).isEmpty();
        assertThat(unmasked.config().path("authToken").stringValue()).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accountSID", "apiKeySID", "region", "edge"})
    void doesNotMoveAKeptSecretToAnotherAccountOrHost(String field) {
        ObjectNode moved = kept().put("authToken", MASK).put(field, "another");

        assertThat(codes(Secrets.unmasked(TWILIO, moved, kept()))).containsExactly("connector.mask_moved");
    }

    @Test
    void doesNotMoveAKeptSecretByLeavingAFieldOut() {
        ObjectNode moved = kept().put("authToken", MASK);
        moved.remove("region");

        assertThat(codes(Secrets.unmasked(TWILIO, moved, kept()))).containsExactly("connector.mask_moved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"••••", "••••abcd", "••••cdef0", "••••••••cdef"})
    void knowsNoOtherMask(String mask) {
        assertThat(codes(Secrets.unmasked(TWILIO, kept().put("authToken", mask), kept())))
                .containsExactly("connector.mask_unknown");
    }

    @Test
    void knowsNoMaskWhereNothingIsKept() {
        assertThat(codes(Secrets.unmasked(TWILIO, kept().put("authToken", MASK), null)))
                .containsExactly("connector.mask_unknown");
    }

    @Test
    void leavesANewSecretAsItIs() {
        ObjectNode changed = kept().put("accountSID", "another").put("authToken", "f".repeat(32));

        Secrets.Unmasked unmasked = Secrets.unmasked(TWILIO, changed, kept());

        assertThat(unmasked.issues()).isEmpty();
        assertThat(unmasked.config()).isEqualTo(changed);
    }

    private static ObjectNode kept() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("accountSID", "AC" + "1".repeat(32))
                .put("authToken", TOKEN)
                .put("fromMessagingServiceSID", "MG" + "1".repeat(32))
                .put("region", "ie1");
    }

    private static List<String> codes(Secrets.Unmasked unmasked) {
        return unmasked.issues().stream().map(Issue::code).toList();
    }
}
