package dev.ziffer.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests for what there is not: paths, methods, ids, credentials. */
@OnEachDatabase
final class BadRequestTest {

    private static final List<String> NAMES = List.of(
            "x",
            "%00",
            "a%00b",
            "%0d%0aX:1",
            "%2e%2e",
            "%2F",
            "%252F",
            "a%2Fb",
            "%5C",
            "%3B",
            "a;b=c",
            "%ED%A0%80",
            "%FF",
            "%C3%A4",
            "'%20OR%201=1--",
            "%25",
            "%7B",
            "x".repeat(4_000));

    private final ApiServer server;
    private final Api api;
    private final Description description;

    BadRequestTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
        this.description = new Description(api.get("/api/openapi.json").json());
    }

    @Test
    void hasNothingAtOtherPaths() throws Exception {
        for (String path : List.of(
                "/",
                "/api",
                "/api/",
                "/api/nothing",
                "/api/connectors/",
                "/api//connectors",
                "/API/connectors",
                "/api/connectors.json",
                "/api/connectors/a/b",
                "/api/connectors/a/test/b",
                "/api/verification-codes/verify/",
                "/api/./connectors",
                "/api/../api/connectors",
                "/api/%2e%2e/health",
                "/api/connectors;a=b",
                "/api%2Fconnectors",
                "/error",
                "/login",
                "/logout",
                "/actuator/health",
                "/oidc",
                "/oidc/auth",
                "/oidc/token/",
                "/oauth2/token",
                "/.well-known/oauth-authorization-server",
                "/favicon.ico",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/index.html",
                "/static/x",
                "/health/",
                "/health/x")) {
            for (String method : List.of("GET", "POST")) {
                refuses(api, method, path, null);
            }
        }
    }

    @Test
    void hasOnlyTheDescribedMethods() throws Exception {
        Snapshot before = Snapshot.of(api);
        List<Operation> operations = description.operations();
        for (Operation known : operations) {
            String path = known.template().replaceAll("\\{[^}]+}", "x");
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                if (operations.stream().noneMatch(operation -> operation.matches(method, path))) {
                    Answer answer = refuses(api, method, path, null);
                    assertThat(answer.status()).as("%s %s", method, path).isIn(404, 405);
                }
            }
        }
        assertThat(Snapshot.of(api)).isEqualTo(before);
    }

    @Test
    void knowsNothingByOtherNames() throws Exception {
        Snapshot before = Snapshot.of(api);
        for (Operation operation : description.operations()) {
            if (!operation.template().contains("{")) {
                continue;
            }
            for (String name : NAMES) {
                refuses(
                        api,
                        operation.method(),
                        operation.template().replaceAll("\\{[^}]+}", name.replace("$", "\\$")),
                        operation.node().has("requestBody") ? "{}" : null);
            }
        }
        assertThat(Snapshot.of(api)).isEqualTo(before);
    }

    @Test
    void takesNoStrangeQueries() throws Exception {
        for (String name : List.of("page", "page_size", "state", "error", "phone")) {
            for (String value : List.of(
                    "x",
                    "%00",
                    "%FF",
                    "-1",
                    "1e3",
                    "9".repeat(30),
                    "x".repeat(5_000),
                    "%ED%A0%80",
                    "%F0%9D%9F%99",
                    "[]",
                    "%27")) {
                refuses(api, "GET", "/api/messages?" + name + "=" + value, null);
            }
        }
        for (String query : List.of(
                "target=%00", "target=" + "x".repeat(5_000), "target=%FF", "&&&", "=", "%00", "%00=x", "a=1&a=2")) {
            assertThat(api.get("/api/connectors?" + query).status()).as(query).isIn(200, 400);
            assertThat(api.get("/api/messages?page_size=1&" + query).status())
                    .as(query)
                    .isIn(200, 400);
        }
    }

    @Test
    void letsNobodyInWithoutAToken() throws Exception {
        Snapshot before = Snapshot.of(api);
        List<Api> strangers = new ArrayList<>(List.of(api.anonymous()));
        for (String credentials :
                List.of("Bearer x", "Bearer " + api.token().substring(1), "Basic eDp4", "x", "Bearer \u00e4")) {
            strangers.add(api.with("Authorization", credentials));
        }
        for (Operation operation : description.operations()) {
            if (!operation.secured()) {
                continue;
            }
            String path = operation.template().replaceAll("\\{[^}]+}", "x");
            for (Api stranger : strangers) {
                Answer answer = refuses(
                        stranger, operation.method(), path, operation.node().has("requestBody") ? "{\"" : null);
                assertThat(answer.status()).as("%s", operation).isEqualTo(401);
            }
        }
        assertThat(api.anonymous().get("/api/nothing").status()).isEqualTo(401);
        assertThat(Snapshot.of(api)).isEqualTo(before);
    }

    @Test
    void takesNoStrangeTokenRequests() throws Exception {
        String good = "grant_type=client_credentials&scope=all&client_id=acceptance&client_secret=x";
        for (String form : List.of(
                "",
                "=",
                "&",
                "grant_type",
                "grant_type=%00",
                "grant_type=client_credentials&client_id=%00&client_secret=x",
                "grant_type=client_credentials&client_id=a%00b&client_secret=%00",
                "grant_type=client_credentials&client_id=%FF&client_secret=%ED%A0%80",
                good + "&client_id=acceptance",
                good + "&scope=%00",
                "grant_type=client_credentials&client_id=" + "x".repeat(60_000) + "&client_secret=x",
                "x".repeat(70_000),
                "a=b&".repeat(10_000),
                "%",
                "grant_type=%zz",
                "{\"grant_type\":\"client_credentials\"}")) {
            Answer answer = api.form("/oidc/token", form);
            Harmless.check("token request " + form.substring(0, Math.min(100, form.length())), answer);
        }
        for (String type : List.of("", "application/json", "text/plain", "multipart/form-data; boundary=x", "/")) {
            Harmless.check(type, api.anonymous().with("Content-Type", type).post("/oidc/token", good));
        }
        for (String basic : List.of(
                "Basic",
                "Basic ",
                "Basic x",
                "Basic !",
                "Basic AA==",
                "Basic ADpz",
                "Basic " + "A".repeat(10_000),
                "Basic OnM=",
                "Basic eDp5Ono=",
                "Bearer x",
                "\u00e4",
                "Basic JXp6OiV6eg==",
                "Basic /////w==")) {
            Harmless.check(
                    basic,
                    api.with("Authorization", basic)
                            .with("Content-Type", "application/x-www-form-urlencoded")
                            .post("/oidc/token", "grant_type=client_credentials"));
        }
    }

    @Test
    void answersInJsonOrNotAtAll() throws Exception {
        for (String accept : List.of("text/html", "application/xml", "image/png", "x", "/", "\u00e4")) {
            Answer answer = api.with("Accept", accept).get("/api/sign-in-exp");
            Harmless.check("Accept: " + accept, answer);
        }
        for (String accept : List.of(
                "*/*", "application/*", "application/json", "text/html,*/*;q=0.1", "application/json;charset=utf-8")) {
            Expect.success(api.with("Accept", accept).get("/api/sign-in-exp"), 200);
        }
    }

    private static Answer refuses(Api caller, String method, String path, @Nullable String body) throws Exception {
        Answer answer = caller.call(method, path, body == null ? null : body.getBytes(UTF_8));
        return Harmless.check(method + " " + path.substring(0, Math.min(100, path.length())), answer);
    }
}
