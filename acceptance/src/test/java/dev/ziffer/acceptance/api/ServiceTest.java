package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Credentials;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Server;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Health, metrics, headers, and the description itself. */
@OnEachDatabase
final class ServiceTest {

    private final ApiServer server;
    private final Api api;

    ServiceTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
    }

    @Test
    void saysThatItWorks() throws Exception {
        assertThat(success(api.anonymous().get("/health"), 200).json()).isEqualTo(Json.of("{'status': 'UP'}"));
    }

    @Test
    void setsTheSameHeadersOnEveryAnswer() throws Exception {
        for (Answer answer : List.of(
                api.get("/health"),
                api.get("/api/connectors"),
                api.anonymous().get("/api/connectors"),
                api.get("/nowhere"))) {
            assertThat(answer.header("Cache-Control")).hasValue("no-store");
            assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.header("X-Frame-Options")).hasValue("DENY");
            assertThat(answer.header("Content-Security-Policy").orElse("")).contains("default-src 'none'");
            assertThat(answer.header("X-Request-Id").orElse("")).matches("[0-9a-f]{16}");
            assertThat(answer.header("Server")).isEmpty();
        }
        for (String harmful : List.of("short", "491511234567", "a b c d e f", "x".repeat(65), "request\u00e4\u00e4")) {
            assertThat(api.with("X-Request-Id", harmful)
                            .get("/health")
                            .header("X-Request-Id")
                            .orElse(""))
                    .matches("[0-9a-f]{16}");
        }
    }

    @Test
    void publishesMetricsOnAPortOfTheirOwn() throws Exception {
        String phone = Numbers.fresh();
        success(api.send(phone), 204);
        api.verify(phone, "x");
        success(api.verify(phone, server.twilio().code(phone)), 204);

        Answer metrics = metrics("/metrics");
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.header("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(metrics.response().body().lines().filter(line -> !line.startsWith("#")))
                .anyMatch(line -> line.matches("ziffer_sends_seconds_count\\{.*outcome=\"accepted\".*} [1-9].*"))
                .anyMatch(line -> line.matches("ziffer_checks_total\\{.*outcome=\"approved\".*} [1-9].*"))
                .anyMatch(line -> line.matches("ziffer_checks_total\\{.*outcome=\"incorrect\".*} [1-9].*"))
                .anyMatch(line ->
                        line.matches("http_server_requests_seconds_count\\{.*route=\"/api/verification-codes\".*"));
        assertThat(metrics("/").status()).isEqualTo(404);
        assertThat(metrics("/actuator").status()).isEqualTo(404);
        assertThat(api.get("/metrics").status()).isEqualTo(404);
        assertThat(api.get("/actuator").status()).isEqualTo(404);
        assertThat(api.get("/actuator/env").status()).isEqualTo(404);
    }

    private Answer metrics(String path) throws Exception {
        Client client = new Client(server.metrics(), Credentials.TEST);
        return client.exchange(client.request(path));
    }

    @Test
    void describesItselfToEverybody() throws Exception {
        Answer answer = success(api.anonymous().get("/api/openapi.json"), 200);
        JsonNode document = answer.json();
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(document.path("servers").path(0).path("url").asString()).isEqualTo(Server.PUBLIC_URL);
        assertThat(answer.response().body()).doesNotContain("ziffer.example.com");

        Set<String> ids = new HashSet<>();
        for (Operation operation : new Description(document).operations()) {
            assertThat(operation.node().path("summary").asString(""))
                    .as("%s", operation)
                    .isNotBlank();
            assertThat(ids.add(operation.node().path("operationId").asString("")))
                    .as("%s", operation)
                    .isTrue();
            assertThat(document.path("tags").findValuesAsString("name"))
                    .contains(operation.node().path("tags").path(0).asString(""));
        }
    }

    @Test
    void describesItselfByExamplesThatFit() throws Exception {
        var description = new Description(api.get("/api/openapi.json").json());
        List<String> misfits = new ArrayList<>();
        collectMisfits(description, description.document(), "", misfits);
        assertThat(misfits).isEmpty();
    }

    private static void collectMisfits(Description description, JsonNode node, String path, List<String> misfits) {
        JsonNode schema = node.has("schema") ? node.path("schema") : node;
        List<JsonNode> examples = new ArrayList<>();
        if (node.has("schema") && node.has("example")) {
            examples.add(node.path("example"));
        }
        // Named examples of a body, or the examples of a schema itself.
        node.path("examples").forEach(example -> examples.add(example.has("value") ? example.path("value") : example));
        for (JsonNode example : examples) {
            if (schema.isObject()) {
                description.misfits(schema, example).forEach(misfit -> misfits.add(path + " " + misfit));
            }
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            collectMisfits(description, member.getValue(), path + "/" + member.getKey(), misfits));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collectMisfits(description, node.get(i), path + "/" + i, misfits);
            }
        }
    }
}
