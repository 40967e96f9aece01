package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.issues;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The secrets of the connector: shown as masks, and never to anybody else. */
@OnEachDatabase
final class ConnectorSecretTest {

    private static final String MASK = "••••cdef";

    private final ApiServer server;
    private final Api api;

    ConnectorSecretTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
    }

    @AfterEach
    void reset() throws Exception {
        server.reset();
    }

    @Test
    void takesTheMaskForTheSecretItShows() throws Exception {
        String id = save(Json.connector(Json.config()));

        ObjectNode changed = Json.config().put("authToken", MASK).put("disableRiskCheck", true);
        Answer answer = success(api.patch("/api/connectors/" + id, Json.change(changed)), 200);
        assertThat(answer.json().path("config")).isEqualTo(changed);
        success(api.post("/api/connectors", Json.connector(changed).put("id", "again")), 200);
        success(api.patch("/api/connectors/again", Json.change(changed)), 200);

        String phone = Numbers.fresh();
        success(api.send(phone), 204);
        assertThat(server.twilio().messages(phone)).hasSize(1);
    }

    @Test
    void movesNoSecretToAnotherAccountOrHost() throws Exception {
        ObjectNode config = Json.config()
                .put("apiKeySID", "SK" + "2".repeat(32))
                .put("apiKeySecret", "a-secret-that-Twilio-showed-once");
        String id = save(Json.connector(config));
        ObjectNode masked = config.deepCopy().put("authToken", MASK).put("apiKeySecret", "••••once");

        for (ObjectNode moved : List.of(
                masked.deepCopy().put("accountSID", "AC" + "9".repeat(32)),
                masked.deepCopy().put("apiKeySID", "SK" + "9".repeat(32)),
                masked.deepCopy().put("region", "ie1"),
                masked.deepCopy().put("edge", "dublin"))) {
            for (Answer answer : List.of(
                    api.patch("/api/connectors/" + id, Json.change(moved)),
                    api.post("/api/connectors", Json.connector(moved)),
                    api.post("/api/connectors/twilio-short-message-service/test", Json.test(Numbers.fresh(), moved)))) {
                error(answer, 400, "connector.invalid_config");
                assertThat(issues(answer))
                        .containsExactly("authToken connector.mask_moved", "apiKeySecret connector.mask_moved");
            }
        }
        assertThat(api.get("/api/connectors/" + id).json().path("config")).isEqualTo(masked);
    }

    @Test
    void takesNoMaskThatItDidNotShow() throws Exception {
        String id = save(Json.connector(Json.config()));

        for (String mask : List.of("••••", "••••0000", "••••cdef ", "••••0123456789abcdef0123456789abcdef")) {
            Answer answer =
                    api.patch("/api/connectors/" + id, Json.change(Json.config().put("authToken", mask)));
            error(answer, 400, "connector.invalid_config");
            assertThat(issues(answer)).containsExactly("authToken connector.mask_unknown");
        }
        api.delete("/api/connectors/" + id);
        Answer answer = api.post("/api/connectors", Json.connector(Json.config().put("authToken", MASK)));
        assertThat(issues(error(answer, 400, "connector.invalid_config")))
                .containsExactly("authToken connector.mask_unknown");
    }

    @Test
    void hidesAShortSecretWhole() throws Exception {
        Answer saved =
                success(api.post("/api/connectors", Json.connector(Json.config().put("authToken", "short"))), 200);
        assertThat(saved.json().path("config").path("authToken").asString()).isEqualTo("••••");
    }

    private String save(ObjectNode connector) throws Exception {
        return success(api.post("/api/connectors", connector), 200)
                .json()
                .path("id")
                .asString();
    }
}
