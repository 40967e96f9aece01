package dev.ziffer.server.applications;

import static dev.ziffer.server.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.server.RunningServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TokenEndpointTest {

    private static final String RESOURCE = RunningServer.PUBLIC_URL + "/api";

    @AutoClose
    private static final RunningServer server = RunningServer.onSqlite();

    @Test
    void givesATokenForAnHourThatOpensTheManagementApi() throws Exception {
        HttpResponse<String> response = server.token("grant_type=client_credentials&scope=all");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode answer = json(response);
        assertThat(answer.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(answer.get("expires_in").intValue()).isEqualTo(3600);
        assertThat(answer.get("scope").stringValue()).isEqualTo("all");
        assertThat(api(answer.get("access_token").stringValue()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void takesNoMethodButPost(String method) throws Exception {
        HttpResponse<String> response =
                server.send(server.request("/oidc/token").method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void publishesItsKeysToWhoeverAsks() throws Exception {
        for (String accept : List.of("application/json", "application/jwk-set+json", "text/html")) {
            HttpResponse<String> keys = server.send(server.request("/oidc/jwks").header("Accept", accept));
            assertThat(keys.statusCode()).isEqualTo(200);
            assertThat(keys.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(json(keys).at("/keys/0").propertyNames()).doesNotContain("d", "p", "q");
        }
        HttpResponse<String> head = server.send(server.request("/oidc/jwks").HEAD());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(server.send(server.request("/oidc/jwks").DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void signsATokenForThisIssuerThisApiAndThisClientAlone() throws Exception {
        String token = server.accessToken();

        JsonNode header = part(token, 0);
        assertThat(header.get("alg").stringValue()).isEqualTo("RS256");
        assertThat(header.get("typ").stringValue()).isEqualTo("at+jwt");
        JsonNode claims = part(token, 1);
        assertThat(claims.get("iss").stringValue()).isEqualTo(RunningServer.PUBLIC_URL);
        assertThat(claims.get("aud").stringValue()).isEqualTo(RESOURCE);
        assertThat(claims.get("sub").stringValue()).isEqualTo("management");
        assertThat(claims.get("client_id").stringValue()).isEqualTo("management");
        assertThat(claims.get("scope").stringValue()).isEqualTo("all");
        assertThat(claims.get("exp").longValue() - claims.get("iat").longValue())
                .isEqualTo(3600);
        assertThat(json(server.get("/oidc/jwks")).at("/keys/0/kid")).isEqualTo(header.get("kid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {RESOURCE, "https://default.logto.app/api"})
    void knowsTheManagementApiByBothItsNamesAndGivesTheSameAudience(String resource) throws Exception {
        HttpResponse<String> response =
                server.token("grant_type=client_credentials&scope=all&resource=" + encoded(resource));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(part(json(response).get("access_token").stringValue(), 1)
                        .get("aud")
                        .stringValue())
                .isEqualTo(RESOURCE);
    }

    @Test
    void takesTheClientFromTheBodyToo() throws Exception {
        String[] client = server.managementClient().split(":", 2);

        HttpResponse<String> response = server.send(server.form(
                "grant_type=client_credentials&scope=all&client_id=" + client[0] + "&client_secret=" + client[1]));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void answersAnUnknownClientAndAWrongSecretAlike() throws Exception {
        String form = "grant_type=client_credentials&scope=all";
        HttpResponse<String> unknown = server.token("nobody:" + "x".repeat(64), form);
        HttpResponse<String> wrong = server.token("management:" + "x".repeat(64), form);
        HttpResponse<String> none = server.send(server.form(form));

        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(json(unknown).get("error").stringValue()).isEqualTo("invalid_client");
        assertThat(json(unknown).get("code").stringValue()).isEqualTo("oidc.invalid_client");
        assertThat(unknown.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"ziffer\"");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.body()).isEqualTo(unknown.body());
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=client_credentials&scope=all&resource=https%3A%2F%2Fexample.com, invalid_target",
        "grant_type=client_credentials&scope=all&resource=, invalid_target",
        "grant_type=client_credentials&scope=everything, invalid_scope",
        "grant_type=client_credentials&scope=all+everything, invalid_scope",
        "grant_type=client_credentials&scope=all&scope=all, invalid_request",
        "grant_type=password&username=a&password=b, unsupported_grant_type",
        "grant_type=authorization_code&code=a, unsupported_grant_type",
        "scope=all, invalid_request",
    })
    void refusesWhatItDoesNotGive(String form, String error) throws Exception {
        HttpResponse<String> response = server.token(form);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode answer = json(response);
        assertThat(answer.get("error").stringValue()).isEqualTo(error);
        assertThat(answer.get("code").stringValue()).isEqualTo("oidc." + error);
        assertThat(answer.get("message")).isEqualTo(answer.get("error_description"));
    }

    @Test
    void refusesASecondResourceThatIsNotTheManagementApi() throws Exception {
        HttpResponse<String> response = server.token("grant_type=client_credentials&resource=" + encoded(RESOURCE)
                + "&resource=" + encoded("https://example.com"));

        assertThat(json(response).get("error").stringValue()).isEqualTo("invalid_target");
    }

    @Test
    void saysWhereItsEndpointsAreAtBothPaths() throws Exception {
        HttpResponse<String> discovery = server.get("/.well-known/openid-configuration");

        assertThat(json(discovery).get("issuer").stringValue()).isEqualTo(RunningServer.PUBLIC_URL);
        assertThat(json(discovery).get("token_endpoint").stringValue())
                .isEqualTo(RunningServer.PUBLIC_URL + "/oidc/token");
        assertThat(server.get("/oidc/.well-known/openid-configuration").body()).isEqualTo(discovery.body());
    }

    @Test
    void publishesNoPrivateKey() throws Exception {
        JsonNode key = json(server.get("/oidc/jwks")).at("/keys/0");

        assertThat(key.propertyNames()).containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n");
    }

    private static HttpResponse<String> api(String token) throws Exception {
        return server.send(server.request("/api/no-such-thing").header("Authorization", "Bearer " + token));
    }

    private static JsonNode part(String token, int index) {
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
