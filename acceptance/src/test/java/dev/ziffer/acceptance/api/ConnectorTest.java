package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.issues;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Factories, and the one connector. */
@OnEachDatabase
final class ConnectorTest {

    private static final String MASK = "••••cdef";
    private static final String FACTORY = "twilio-short-message-service";

    private final ApiServer server;
    private final Api api;

    ConnectorTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
    }

    @AfterEach
    void reset() throws Exception {
        server.reset();
    }

    @Test
    void describesTheKindsOfConnector() throws Exception {
        Answer list = success(api.get("/api/connector-factories"), 200);
        Answer one = success(api.get("/api/connector-factories/" + FACTORY), 200);
        assertThat(list.json()).hasSize(1).containsExactly(one.json());
        assertThat(one.json().path("target").asString()).isEqualTo("twilio-sms");
        assertThat(one.json().path("formItems").findValuesAsString("key"))
                .startsWith("accountSID", "authToken", "fromMessagingServiceSID", "disableRiskCheck", "templates");
        error(api.get("/api/connector-factories/pigeons"), 404, "entity.not_found");
    }

    @Test
    void savesOneConnectorAndShowsItMasked() throws Exception {
        Answer saved = success(api.post("/api/connectors", Json.connector(Json.config())), 200);
        String id = saved.json().path("id").asString();

        assertThat(id).matches("[0-9a-z]{12}");
        assertThat(saved.json().path("connectorId").asString()).isEqualTo(FACTORY);
        ObjectNode shown = Json.config().put("authToken", MASK);
        assertThat(saved.json().path("config")).isEqualTo(shown);
        assertThat(api.get("/api/connectors/" + id).json()).isEqualTo(saved.json());
        assertThat(api.get("/api/connectors").json()).containsExactly(saved.json());
        assertThat(api.get("/api/connectors?target=twilio-sms").json()).containsExactly(saved.json());
        assertThat(api.get("/api/connectors?target=pigeons").json()).isEmpty();
    }

    @Test
    void keepsTheIdsThatTheLedgerHasForOtherMessages() throws Exception {
        for (String id : List.of("test", "sandbox")) {
            Answer answer =
                    api.post("/api/connectors", Json.connector(Json.config()).put("id", id));
            error(answer, 400, "guard.invalid_input");
            assertThat(issues(answer)).containsExactly("id field.reserved_id");
        }
    }

    @Test
    void replacesTheConnectorThereIs() throws Exception {
        String first = save(Json.connector(Json.config()).put("id", "first"));
        String second = save(Json.connector(Json.config()).put("id", "second"));

        assertThat(List.of(first, second)).containsExactly("first", "second");
        error(api.get("/api/connectors/first"), 404, "entity.not_found");
        error(api.delete("/api/connectors/first"), 404, "entity.not_found");
        error(api.patch("/api/connectors/first", Map.of()), 404, "entity.not_found");
        assertThat(api.get("/api/connectors").json().findValuesAsString("id")).containsExactly("second");
    }

    @Test
    void keepsOneOfManyConnectorsSavedAtOnce() throws Exception {
        List<Answer> answers = Together.run(
                8,
                caller -> api.post(
                        "/api/connectors", Json.connector(Json.config()).put("id", "racer" + caller)));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(api.get("/api/connectors").json()).hasSize(1);
    }

    @Test
    void deletesTheConnector() throws Exception {
        String id = save(Json.connector(Json.config()));

        success(api.delete("/api/connectors/" + id), 204);
        error(api.delete("/api/connectors/" + id), 404, "entity.not_found");
        assertThat(api.get("/api/connectors").json()).isEmpty();
        error(api.send(Numbers.fresh()), 501, "connector.not_found");
    }

    @Test
    void replacesTheWholeConfigurationByAChange() throws Exception {
        String id =
                save(Json.connector(Json.config().put("disableRiskCheck", true).put("edge", "dublin")));

        ObjectNode changed = Json.config();
        assertThat(success(api.patch("/api/connectors/" + id, Json.change(changed)), 200)
                        .json()
                        .path("config"))
                .isEqualTo(Json.config().put("authToken", MASK));
        assertThat(success(api.patch("/api/connectors/" + id, Map.of()), 200).json())
                .isEqualTo(api.get("/api/connectors/" + id).json());
    }

    @Test
    void tellsWhoChangesWhatWasChangedMeanwhile() throws Exception {
        String id = save(Json.connector(Json.config()));

        boolean refused = false;
        for (int round = 0; round < 50 && !refused; round++) {
            List<Answer> answers = Together.run(8, _ -> api.patch("/api/connectors/" + id, Json.change(Json.config())));
            for (Answer answer : answers) {
                if (answer.status() == 409) {
                    error(answer, 409, "connector.changed_meanwhile");
                    refused = true;
                } else {
                    success(answer, 200);
                }
            }
            assertThat(answers).anyMatch(answer -> answer.status() == 200);
        }
        assertThat(refused).as("one of many changes at once met another").isTrue();
    }

    @Test
    void refusesWhatOnlySocialConnectorsHave() throws Exception {
        String id = save(Json.connector(Json.config()));
        for (String field : List.of("syncProfile", "enableTokenStorage")) {
            String code = field.equals("syncProfile")
                    ? "connector.invalid_type_for_syncing_profile"
                    : "connector.token_storage_not_supported";
            error(api.post("/api/connectors", Json.connector(Json.config()).put(field, true)), 422, code);
            error(api.patch("/api/connectors/" + id, Map.of(field, true)), 422, code);
            success(
                    api.post(
                            "/api/connectors",
                            Json.connector(Json.config()).put("id", id).put(field, false)),
                    200);
            success(api.patch("/api/connectors/" + id, Map.of(field, false)), 200);
        }
        String code = "connector.cannot_overwrite_metadata_for_non_standard_connector";
        ObjectNode connector = Json.connector(Json.config());
        connector.putObject("metadata").put("target", "mine");
        error(api.post("/api/connectors", connector), 400, code);
        error(api.patch("/api/connectors/" + id, Map.of("metadata", Map.of("target", "mine"))), 400, code);
    }

    @Test
    void knowsNoOtherKind() throws Exception {
        error(
                api.post("/api/connectors", Json.connector(Json.config()).put("connectorId", "pigeons")),
                422,
                "connector.not_found_with_connector_id");
        error(
                api.post("/api/connectors/pigeons/test", Json.test(Numbers.fresh(), Json.config())),
                400,
                "connector.not_found");
    }

    private String save(ObjectNode connector) throws Exception {
        return success(api.post("/api/connectors", connector), 200)
                .json()
                .path("id")
                .asString();
    }
}
