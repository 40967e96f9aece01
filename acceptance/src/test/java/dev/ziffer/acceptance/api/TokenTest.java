package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Credentials;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Server;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The token endpoint, and what tokens open. */
@OnEachDatabase
final class TokenTest {

    private static final String GRANT = "grant_type=client_credentials";
    private static final String CLIENT = "&client_id=acceptance&client_secret=" + Credentials.TEST.secret();
    private static final String AUDIENCE = Server.PUBLIC_URL + "/api";

    private final Api api;

    TokenTest(Engine engine) throws Exception {
        this.api = ApiServer.on(engine).api();
    }

    @Test
    void givesATokenForTheManagementApi() throws Exception {
        for (Answer answer : List.of(
                basic(Credentials.TEST, GRANT + "&scope=all"),
                api.form("/oidc/token", GRANT + CLIENT + "&scope=all"),
                basic(Credentials.TEST, GRANT + "&scope=all&resource=" + AUDIENCE),
                basic(Credentials.TEST, GRANT + "&scope=all&resource=https://default.logto.app/api"))) {
            success(answer, 200);
            assertThat(answer.header("Cache-Control")).hasValue("no-store");
            assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3_600);
            JsonNode claims = claims(answer);
            assertThat(claims.path("aud")).hasToString("\"" + AUDIENCE + "\"");
            assertThat(claims.path("iss").asString()).isEqualTo(Server.PUBLIC_URL);
            assertThat(claims.path("sub").asString()).isEqualTo("acceptance");
            success(bearer(answer.json().path("access_token").asString()).get("/api/connectors"), 200);
        }
    }

    @Test
    void answersAnUnknownClientAsAWrongSecret() throws Exception {
        Answer wrongSecret = basic(new Credentials("acceptance", "wrong"), GRANT);
        for (Answer answer : List.of(
                wrongSecret,
                basic(new Credentials("nobody", Credentials.TEST.secret()), GRANT),
                api.form("/oidc/token", GRANT + "&client_id=acceptance&client_secret=wrong"),
                api.form("/oidc/token", GRANT + "&client_id=nobody&client_secret=wrong"))) {
            error(answer, 401, "oidc.invalid_client");
            assertThat(answer.header("WWW-Authenticate")).hasValue("Basic realm=\"ziffer\"");
            assertThat(answer.response().body())
                    .isEqualTo(wrongSecret.response().body());
        }
    }

    @Test
    void refusesWhatItCannotGive() throws Exception {
        refuses("invalid_scope", GRANT + "&scope=some");
        refuses("invalid_scope", GRANT + "&scope=all+some");
        refuses("invalid_target", GRANT + "&scope=all&resource=https://example.com/api");
        refuses("invalid_target", GRANT + "&scope=all&resource=" + AUDIENCE + "/");
        refuses("invalid_target", GRANT + "&resource=" + AUDIENCE + "&resource=https://example.com");
        refuses("unsupported_grant_type", "grant_type=password&username=a&password=b");
        refuses("unsupported_grant_type", "grant_type=");
        refuses("invalid_request", "scope=all");
        refuses("invalid_request", GRANT + "&" + GRANT);
        refuses("invalid_request", GRANT + "&scope=all&scope=all");
    }

    @Test
    void opensNothingWithoutTheScope() throws Exception {
        Answer answer = success(basic(Credentials.TEST, GRANT), 200);
        assertThat(answer.json().path("scope").asString()).isEmpty();
        Api weak = bearer(answer.json().path("access_token").asString());

        for (Operation operation : operations()) {
            Answer refused = error(call(weak, operation), 403, "auth.forbidden");
            assertThat(refused.header("WWW-Authenticate"))
                    .hasValue("Bearer error=\"insufficient_scope\", scope=\"all\"");
        }
    }

    @Test
    void asksForATokenWhereThereIsNone() throws Exception {
        for (Operation operation : operations()) {
            Answer answer = error(call(api.anonymous(), operation), 401, "auth.authorization_header_missing");
            assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
        }
    }

    @Test
    void refusesEveryOtherToken() throws Exception {
        String token = api.token();
        String[] parts = token.split("\\.", -1);
        String unsigned = base64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".";
        for (String header : List.of(
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer " + parts[0] + "." + parts[1],
                "Bearer " + parts[0] + "." + base64("{\"scope\":\"all\"}") + "." + parts[2],
                "Bearer " + unsigned,
                "Bearer " + token + "x",
                "Bearer " + token + " " + token,
                "Bearer " + "x".repeat(8_000),
                "Basic " + base64("acceptance:" + Credentials.TEST.secret()),
                "Digest x",
                "\u00e4",
                "x")) {
            error(api.with("Authorization", header).get("/api/connectors"), 401, "auth.unauthorized");
        }
        for (Operation operation : operations()) {
            error(call(bearer("x"), operation), 401, "auth.unauthorized");
        }
    }

    @Test
    void refusesTheTokensOfAnotherInstallation() throws Exception {
        for (Engine engine : Engine.values()) {
            Api stranger = ApiServer.on(engine).api();
            Answer answer = bearer(stranger.token()).get("/api/connectors");
            if (stranger == api) {
                success(answer, 200);
            } else {
                error(answer, 401, "auth.unauthorized");
            }
        }
    }

    @Test
    void takesTokensFromTheHeaderOnly() throws Exception {
        error(
                api.anonymous().get("/api/connectors?access_token=" + api.token()),
                401,
                "auth.authorization_header_missing");
    }

    @Test
    void saysWhereEverythingIs() throws Exception {
        Answer discovery = success(api.anonymous().get("/.well-known/openid-configuration"), 200);
        assertThat(discovery.json().path("issuer").asString()).isEqualTo(Server.PUBLIC_URL);
        assertThat(discovery.json().path("token_endpoint").asString()).isEqualTo(Server.PUBLIC_URL + "/oidc/token");
        assertThat(discovery.json().path("jwks_uri").asString()).isEqualTo(Server.PUBLIC_URL + "/oidc/jwks");
        Answer below = success(api.anonymous().get("/oidc/.well-known/openid-configuration"), 200);
        assertThat(below.json()).isEqualTo(discovery.json());
        Answer keys = success(api.anonymous().get("/oidc/jwks"), 200);
        assertThat(keys.json().path("keys").path(0).path("kid").asString())
                .isEqualTo(header(api.token()).path("kid").asString());
    }

    private List<Operation> operations() throws Exception {
        return new Description(api.get("/api/openapi.json").json())
                .operations().stream().filter(Operation::secured).toList();
    }

    private static Answer call(Api caller, Operation operation) throws Exception {
        String path = operation.template().replaceAll("\\{[^}]+}", "x");
        return caller.call(
                operation.method(), path, operation.node().has("requestBody") ? new byte[] {'{', '}'} : null);
    }

    private void refuses(String error, String form) throws Exception {
        Answer answer = error(basic(Credentials.TEST, form), 400, "oidc." + error);
        assertThat(answer.json().path("error").asString()).isEqualTo(error);
    }

    private Answer basic(Credentials credentials, String form) throws Exception {
        return api.with("Authorization", credentials.basic())
                .with("Content-Type", "application/x-www-form-urlencoded")
                .call("POST", "/oidc/token", form.getBytes(StandardCharsets.UTF_8));
    }

    private Api bearer(String token) {
        return api.with("Authorization", "Bearer " + token);
    }

    private static JsonNode claims(Answer answer) {
        return part(answer.json().path("access_token").asString(), 1);
    }

    private static JsonNode header(String token) {
        return part(token, 0);
    }

    private static JsonNode part(String token, int index) {
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
