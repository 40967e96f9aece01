package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.TwilioStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is sent by which configuration. */
@OnEachDatabase
final class ConnectorUseTest {

    private static final String TEST = "/api/connectors/twilio-short-message-service/test";

    private final ApiServer server;
    private final Api api;

    ConnectorUseTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
    }

    @AfterEach
    void reset() throws Exception {
        server.reset();
    }

    @Test
    void testsAConfigurationThatIsNotSaved() throws Exception {
        String id = save(Json.connector(Json.config()));
        String phone = Numbers.fresh();
        ObjectNode unsaved = Json.config("SignIn", "Probe {{code}}.", "de").put("authToken", "••••cdef");

        ObjectNode test = Json.test(phone, unsaved).put("usageType", "SignIn").put("locale", "de-AT");
        Answer answer = success(api.post(TEST, test), 204);

        assertThat(server.twilio().messages(phone).getFirst().body()).isEqualTo("Probe 000000.");
        Answer message = success(api.get("/api/messages/" + answer.messageId()), 200);
        assertThat(message.json().path("connectorId").asString()).isEqualTo("test");
        assertThat(message.json().path("verificationId").isNull()).isTrue();
        assertThat(api.get("/api/connectors/" + id).json().path("config").path("templates"))
                .hasSize(4);
        error(api.verify(phone, "000000"), 400, "verification_code.not_found");
    }

    @Test
    void sendsThroughANewConfigurationAtOnce() throws Exception {
        String phone = Numbers.fresh();
        success(api.send(phone), 204);
        success(api.post("/api/connectors", Json.connector(generic("Nouveau: {{code}}"))), 200);
        success(api.send(phone), 204);

        String code = server.twilio().code(phone);
        assertThat(server.twilio().messages(phone).stream().map(sms -> sms.body()))
                .containsExactly(code + " is your verification code.", "Nouveau: " + code);
        assertThat(TwilioStandIn.code(server.twilio().messages(phone).getFirst()))
                .isEqualTo(code);
    }

    @Test
    void sendsWhatIsAsLongAsItMayBeForItsCode() throws Exception {
        String longest = "x".repeat(1_594) + "{{code}}";
        success(api.post("/api/connectors", Json.connector(generic(longest))), 200);

        success(api.send(Numbers.fresh()), 204);
    }

    private static ObjectNode generic(String content) {
        ObjectNode config = Json.config();
        Json.templates(config).forEach(template -> {
            if (template.path("usageType").asString().equals("Generic")) {
                ((ObjectNode) template).put("content", content);
            }
        });
        return config;
    }

    private String save(ObjectNode connector) throws Exception {
        return success(api.post("/api/connectors", connector), 200)
                .json()
                .path("id")
                .asString();
    }
}
