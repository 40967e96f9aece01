package dev.ziffer.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.Problem;
import dev.ziffer.connector.Validation;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a configuration holds, it is either opened or explained, and never sends to another host. */
final class ConfigFuzzTest {

    private static final List<String> KEYS = List.of(
            "accountSID",
            "authToken",
            "apiKeySID",
            "apiKeySecret",
            "fromMessagingServiceSID",
            "from",
            "region",
            "edge",
            "host",
            "disableRiskCheck",
            "templates");

    private static final List<String> TEXTS = List.of(
            Configs.ACCOUNT_SID,
            Configs.SERVICE_SID,
            "SK0123456789abcdef0123456789abcdef",
            "+14155550100",
            "ie1",
            "dublin",
            "api.dublin.ie1.twilio.com",
            "SignIn",
            "Register",
            "ForgotPassword",
            "Generic",
            "de-CH",
            "{{code}}",
            "{{locale}}");

    private final TwilioConnectorFactory factory = new TwilioConnectorFactory((product, region, edge, accountSid) -> {
        URI origin = TwilioHosts.twilio().origin(product, region, edge, accountSid);
        assertTrue(origin.getHost().endsWith(".twilio.com"));
        assertEquals("https://" + origin.getHost(), origin.toString());
        return origin;
    });

    @FuzzTest(maxDuration = "5s")
    void everyConfigurationIsOpenedOrExplained(FuzzedDataProvider data) {
        JsonNode config = config(data);
        int codeLength = data.consumeInt(4, 10);

        Validation validation = factory.validate(config, codeLength);

        for (Problem problem : validation.errors()) {
            assertFalse(problem.message(Locale.ENGLISH).isBlank());
            assertFalse(problem.message(Locale.GERMAN).isBlank());
        }
        try {
            factory.open(config, codeLength);
            assertTrue(validation.usable());
        } catch (ConnectorException e) {
            assertFalse(validation.usable());
            assertEquals(validation, e.validation());
        }
    }

    private static JsonNode config(FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            return FuzzedJson.object(data, KEYS, TEXTS, 3);
        }
        ObjectNode config = Configs.plain();
        config.setAll(FuzzedJson.object(data, List.of(data.pickValue(KEYS), data.pickValue(KEYS)), TEXTS, 3));
        return config;
    }
}
