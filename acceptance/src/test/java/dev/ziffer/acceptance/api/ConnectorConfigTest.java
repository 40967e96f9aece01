package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.issues;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** What is said about a configuration that cannot be used, or could be better. */
@OnEachDatabase
final class ConnectorConfigTest {

    private final ApiServer server;
    private final Api api;

    ConnectorConfigTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
    }

    @AfterEach
    void reset() throws Exception {
        server.reset();
    }

    @Test
    void saysWhereAndWhatIsWrongWithEachField() throws Exception {
        refuses(config -> config.remove("accountSID"), "accountSID required");
        refuses(config -> config.putNull("accountSID"), "accountSID required");
        refuses(config -> config.put("accountSID", ""), "accountSID empty");
        refuses(config -> config.put("accountSID", 7), "accountSID wrong_type");
        refuses(config -> config.put("accountSID", "AC1"), "accountSID malformed_sid");
        refuses(config -> config.put("accountSID", "MG" + "1".repeat(32)), "accountSID malformed_sid");
        refuses(config -> config.put("accountSID", "AC" + "1".repeat(32) + "\n"), "accountSID malformed_sid");
        refuses(config -> config.remove("authToken"), "authToken required");
        refuses(config -> config.put("authToken", " "), "authToken empty");
        refuses(config -> config.put("authToken", "a b"), "authToken malformed_secret");
        refuses(config -> config.put("apiKeySID", "SK" + "1".repeat(32)), "apiKeySecret required");
        refuses(config -> config.put("apiKeySecret", "secret"), "apiKeySID required");
        refuses(config -> config.remove("fromMessagingServiceSID"), "fromMessagingServiceSID required");
        refuses(config -> config.put("fromMessagingServiceSID", "MG"), "fromMessagingServiceSID malformed_sid");
        refuses(config -> config.put("from", "a name that is too long"), "from malformed_sender");
        refuses(config -> config.put("region", "IE1"), "region malformed_region");
        refuses(config -> config.put("region", "evil.example/"), "region malformed_region");
        refuses(config -> config.put("edge", "dublin.example"), "edge malformed_edge");
        refuses(config -> config.put("disableRiskCheck", "yes"), "disableRiskCheck wrong_type");
        refuses(config -> config.remove("templates"), "templates required");
        refuses(config -> config.put("templates", "{{code}}"), "templates wrong_type");
    }

    @Test
    void saysWhereAndWhatIsWrongWithEachTemplate() throws Exception {
        refuses(config -> Json.templates(config).add(7), "templates.4 wrong_type");
        refuses(config -> template(config).put("usageType", "Signin"), "templates.4.usageType unknown_usage_type");
        refuses(config -> template(config).remove("usageType"), "templates.4.usageType required");
        refuses(config -> template(config).remove("content"), "templates.4.content required");
        refuses(config -> template(config).put("content", ""), "templates.4.content empty");
        refuses(config -> template(config).put("content", "Hello."), "templates.4.content code_missing");
        refuses(
                config -> template(config).put("content", "{{Code}}"),
                "templates.4.content code_missing",
                "templates.4.content unknown_placeholder");
        refuses(
                config -> template(config).put("content", "{{code}} {{constructor}}"),
                "templates.4.content unknown_placeholder");
        refuses(
                config -> template(config).put("content", "{{code}}" + "x".repeat(1_595)),
                "templates.4.content too_long");
        refuses(config -> template(config).put("locale", "not a language"), "templates.4.locale malformed_locale");
        refuses(config -> template(config).put("usageType", "SignIn"), "templates.4 duplicate_template");
        refuses(
                config -> Json.templates(config).removeAll(),
                "templates template_missing",
                "templates template_missing",
                "templates template_missing",
                "templates template_missing");
    }

    @Test
    void findsEverythingAtOnce() throws Exception {
        Answer answer = api.post("/api/connectors", Json.connector(Json.of("""
                        {'accountSID': '', 'authToken': 7, 'edge': 'X', 'templates': [
                          {'usageType': 'SignIn', 'content': 'no code'},
                          {'usageType': 'Nonsense', 'content': '{{code}}'}]}""")));

        error(answer, 400, "connector.invalid_config");
        assertThat(issues(answer))
                .containsExactlyInAnyOrder(
                        "accountSID empty",
                        "authToken wrong_type",
                        "edge malformed_edge",
                        "fromMessagingServiceSID required",
                        "templates.0.content code_missing",
                        "templates.1.usageType unknown_usage_type",
                        "templates template_missing",
                        "templates template_missing",
                        "templates template_missing");
        assertThat(answer.json().path("data").path("issues").get(0).path("path").isArray())
                .isTrue();
        assertThat(answer.json().path("details").asString().lines())
                .hasSize(9)
                .anyMatch(line -> line.startsWith("templates.0.content: The text has no {{code}}."));
    }

    @Test
    void namesTheUsageTypesThatHaveNoTemplate() throws Exception {
        ObjectNode config = Json.config();
        Json.templates(config).remove(0);

        Answer answer = api.post("/api/connectors", Json.connector(config));

        assertThat(issues(error(answer, 400, "connector.invalid_config"))).hasSize(1);
        assertThat(answer.json().path("details").asString())
                .matches("templates: .*(SignIn|Register|ForgotPassword|Generic).*");
    }

    @Test
    void refusesAMissingConfiguration() throws Exception {
        for (JsonNode nothing : List.of(NullNode.getInstance(), Json.of("'x'"), Json.of("[]"), Json.of("7"))) {
            Answer answer = api.post("/api/connectors", Json.connector(nothing));
            assertThat(issues(error(answer, 400, "connector.invalid_config"))).containsExactly(" wrong_type");
        }
        Answer answer = api.post("/api/connectors", Json.of("{'connectorId': 'twilio-short-message-service'}"));
        error(answer, 400, "connector.invalid_config");
    }

    @Test
    void warnsOfWhatCostsMore() throws Exception {
        ObjectNode config = Json.config();
        template(config).put("usageType", "BindMfa").put("content", "{{code}} " + "x".repeat(160));
        template(config).put("usageType", "MfaVerification").put("content", "{{code}} \u0107");
        template(config).put("usageType", "BindNewIdentifier").put("content", "{{code}} https://example.com");

        Answer saved = success(api.post("/api/connectors", Json.connector(config)), 200);

        JsonNode warnings = saved.json().path("extraInfo").path("warnings");
        assertThat(issues(warnings))
                .containsExactly(
                        "templates.4.content several_segments", "templates.5.content ucs2", "templates.6.content link");
        assertThat(warnings.get(1).path("message").asString()).contains("\u0107");
        assertThat(api.get("/api/connectors").json().get(0).path("extraInfo").path("warnings"))
                .isEqualTo(warnings);
        assertThat(api.german()
                        .get("/api/connectors")
                        .json()
                        .get(0)
                        .path("extraInfo")
                        .path("warnings"))
                .isNotEqualTo(warnings);
    }

    @Test
    void takesEveryWayToBeAndToSend() throws Exception {
        ObjectNode key = Json.config()
                .put("apiKeySID", "SK" + "2".repeat(32))
                .put("apiKeySecret", "a-secret-that-Twilio-showed-once")
                .put("from", "+14155550100")
                .put("region", "ie1")
                .put("edge", "dublin");
        key.remove(List.of("authToken", "fromMessagingServiceSID"));
        success(api.post("/api/connectors", Json.connector(key)), 200);
        success(api.post("/api/connectors", Json.connector(Json.config().put("from", "Acme"))), 200);
    }

    @Test
    void warnsOfWhatNothingReadsAndShowsNoneOfIt() throws Exception {
        ObjectNode config = Json.config().put("account_sid", "a-secret-perhaps");
        template(config).put("language", "de");

        JsonNode saved = success(api.post("/api/connectors", Json.connector(config)), 200)
                .json();

        assertThat(saved.path("config").path("account_sid").asString()).isEqualTo("••••haps");
        JsonNode warnings = saved.path("extraInfo").path("warnings");
        assertThat(issues(warnings)).containsExactly("account_sid unknown_field", "templates.4.language unknown_field");
        assertThat(warnings.get(0).path("message").asString()).contains("Did you mean \"accountSID\"?");
        assertThat(warnings.toString()).doesNotContain("haps");
    }

    /** Adds a template with nothing wrong in it. */
    private static ObjectNode template(ObjectNode config) {
        return Json.templates(config).addObject().put("usageType", "BindMfa").put("content", "{{code}}");
    }

    /** Each way to submit a configuration refuses this one, for these reasons, and keeps the one there is. */
    private void refuses(Consumer<ObjectNode> change, String... issues) throws Exception {
        JsonNode kept = api.get("/api/connectors").json();
        String id = kept.get(0).path("id").asString();
        ObjectNode config = Json.config();
        change.accept(config);
        for (Answer answer : List.of(
                api.post("/api/connectors", Json.connector(config)),
                api.patch("/api/connectors/" + id, Json.change(config)),
                api.post("/api/connectors/twilio-short-message-service/test", Json.test(Numbers.fresh(), config)))) {
            error(answer, 400, "connector.invalid_config");
            assertThat(issues(answer)).as("%s", config).containsExactlyInAnyOrder(issues);
        }
        assertThat(api.get("/api/connectors").json()).isEqualTo(kept);
    }
}
