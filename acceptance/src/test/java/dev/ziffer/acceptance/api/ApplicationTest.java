package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.issues;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Credentials;
import dev.ziffer.acceptance.Database.Engine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The programs that may call. */
@OnEachDatabase
final class ApplicationTest {

    private static final String APPLICATIONS = "/api/applications";

    private final ApiServer server;
    private final Api api;

    ApplicationTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
    }

    @Test
    void makesAnApplicationAndShowsItsSecretOnce() throws Exception {
        Answer made = success(
                api.post(
                        APPLICATIONS, Json.of("{'name': 'Shop', 'description': 'Sells.', 'type': 'MachineToMachine'}")),
                200);
        String id = made.json().path("id").asString();
        String secret = made.json().path("secret").asString();
        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(made.json().path("description").asString()).isEqualTo("Sells.");

        Answer shown = success(api.get(APPLICATIONS + "/" + id), 200);
        assertThat(shown.json().has("secret")).isFalse();
        assertThat(api.get(APPLICATIONS).json()).contains(shown.json());
        assertThat(api.get(APPLICATIONS).response().body()).doesNotContain(secret);
        success(new Api(new Client(server.uri(), new Credentials(id, secret))).get(APPLICATIONS), 200);
    }

    @Test
    void renamesAnApplication() throws Exception {
        String path = APPLICATIONS + "/" + make("Shop");

        JsonNode renamed =
                success(api.patch(path, Map.of("name", "Web shop")), 200).json();
        assertThat(renamed.path("name").asString()).isEqualTo("Web shop");
        assertThat(renamed.path("description").isNull()).isTrue();
        JsonNode described =
                success(api.patch(path, Map.of("description", "Sells.")), 200).json();
        assertThat(described.path("name").asString()).isEqualTo("Web shop");
        assertThat(api.get(path).json()).isEqualTo(described);
        assertThat(success(api.patch(path, Map.of()), 200).json()).isEqualTo(described);
    }

    @Test
    void deletesAnApplication() throws Exception {
        Answer made = success(api.post(APPLICATIONS, Json.of("{'name': 'Shop', 'type': 'MachineToMachine'}")), 200);
        String id = made.json().path("id").asString();
        String path = APPLICATIONS + "/" + id;

        success(api.delete(path), 204);
        error(api.delete(path), 404, "entity.not_found");
        error(api.get(path), 404, "entity.not_found");
        error(api.patch(path, Map.of("name", "x")), 404, "entity.not_found");
        error(
                api.form(
                        "/oidc/token",
                        "grant_type=client_credentials&client_id=" + id + "&client_secret="
                                + made.json().path("secret").asString()),
                401,
                "oidc.invalid_client");
    }

    @Test
    void keepsTheInstallationsOwn() throws Exception {
        error(api.delete(APPLICATIONS + "/acceptance"), 422, "application.is_management");
        success(api.get(APPLICATIONS + "/acceptance"), 200);
    }

    @Test
    void listsPages() throws Exception {
        make("One");
        make("Two");
        Answer page = success(api.get(APPLICATIONS + "?page_size=1&page=2"), 200);
        int total = Integer.parseInt(page.header("Total-Number").orElseThrow());
        assertThat(total).isGreaterThanOrEqualTo(3);
        assertThat(page.json()).hasSize(1);
        assertThat(page.header("Link").orElseThrow())
                .contains("page=1&page_size=1>; rel=\"prev\"", "page=" + total + "&page_size=1>; rel=\"last\"");
        assertThat(api.get(APPLICATIONS + "?page_size=100").json()).hasSize(Math.min(total, 100));
        error(api.get(APPLICATIONS + "?page=0"), 400, "guard.invalid_input");
    }

    @Test
    void refusesWhatIsNoApplication() throws Exception {
        Answer nothing = error(api.post(APPLICATIONS, Map.of()), 400, "guard.invalid_input");
        assertThat(issues(nothing)).containsExactly("name field.missing", "type field.missing");
        Answer other = error(
                api.post(APPLICATIONS, Map.of("name", "x".repeat(257), "description", 7, "type", "SPA")),
                400,
                "guard.invalid_input");
        assertThat(issues(other))
                .containsExactly(
                        "name field.too_long", "description field.not_a_string", "type field.not_an_application_type");
        String path = APPLICATIONS + "/" + make("Shop");
        Answer change = error(api.patch(path, Map.of("name", "", "type", "SPA")), 400, "guard.invalid_input");
        assertThat(issues(change)).containsExactlyInAnyOrder("name field.missing", "type field.not_supported");
    }

    private String make(String name) throws Exception {
        return success(api.post(APPLICATIONS, Map.of("name", name, "type", "MachineToMachine")), 200)
                .json()
                .path("id")
                .asString();
    }
}
