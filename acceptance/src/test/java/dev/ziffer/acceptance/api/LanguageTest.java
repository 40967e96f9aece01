package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Reaction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The languages of messages. */
@OnEachDatabase
final class LanguageTest {

    private final ApiServer server;
    private final Api api;

    LanguageTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
    }

    /** A request that is refused. */
    @FunctionalInterface
    private interface Refused {
        Answer by(Api api) throws Exception;
    }

    @Test
    void saysEverythingInGermanAsWell() throws Exception {
        Api german = api.german();
        for (Refused refused : List.<Refused>of(
                caller -> caller.anonymous().get("/api/connectors"),
                caller -> caller.with("Authorization", "Bearer x").get("/api/connectors"),
                caller -> caller.form("/oidc/token", "grant_type=client_credentials&client_id=x&client_secret=x"),
                caller -> caller.get("/nowhere"),
                caller -> caller.call("PUT", "/api/connectors", null),
                caller -> caller.with("Content-Type", "text/plain").post("/api/connectors", "x"),
                caller -> caller.post("/api/connectors", "x"),
                caller -> caller.post("/api/connectors", "x".repeat(70_000)),
                caller -> caller.get("/api/messages/none"),
                caller -> caller.get("/api/messages?state=none"),
                caller -> caller.post("/api/connectors", Map.of("connectorId", "none")),
                caller -> caller.post("/api/connectors", Json.connector(Json.of("{}"))),
                caller -> caller.patch("/api/sign-in-exp", Json.of("{'mfa': true, 'brandName': 7}")),
                caller -> caller.patch(
                        "/api/sign-in-exp",
                        Json.of("{'languageInfo': {'autoDetect': true, 'fallbackLanguage': 'fr'}}")),
                caller -> caller.verify(Numbers.fresh(), "123456"),
                caller -> caller.send("1"),
                this::refusedByTwilio)) {
            Answer english = refused.by(api);
            Answer other = refused.by(german);
            error(other, english.status(), english.code());
            String message = other.json().path("message").asString();
            assertThat(message).isNotEqualTo(english.json().path("message").asString());
            assertThat(message).as("words, not patterns").doesNotContain("{0}", "''");
            assertThat(english.json().path("message").asString()).doesNotContain("{0}", "''");
            if (english.json().has("details")) {
                assertThat(other.json().path("details"))
                        .isNotEqualTo(english.json().path("details"));
            }
        }
    }

    private Answer refusedByTwilio(Api caller) throws Exception {
        server.twilio().next(Reaction.error(400, 30034));
        return caller.send(Numbers.fresh());
    }

    @Test
    void picksTheBestOfTheLanguagesThatAreAccepted() throws Exception {
        String english = message("");
        String german = message("de");
        assertThat(german).isNotEqualTo(english);
        for (String header : List.of("de-AT", "fr, de;q=0.5, en;q=0.1", "DE", "de-Latn-DE-1996")) {
            assertThat(message(header)).as(header).isEqualTo(german);
        }
        for (String header : List.of(
                "en-GB",
                "fr",
                "*",
                "en, de",
                "de;q=0, en",
                "garbage;;;",
                "de".repeat(5_000),
                "de_DE",
                "\u00e4",
                ";q=1")) {
            assertThat(message(header)).as(header).isEqualTo(english);
        }
    }

    private String message(String acceptLanguage) throws Exception {
        return error(api.with("Accept-Language", acceptLanguage).get("/api/messages/none"), 404, "entity.not_found")
                .json()
                .path("message")
                .asString();
    }
}
