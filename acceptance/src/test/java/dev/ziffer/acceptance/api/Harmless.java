package dev.ziffer.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an answer to bad input is: an error of ours and nothing from inside. */
final class Harmless {

    private static final JsonMapper JSON = new JsonMapper();

    /** Names of classes and packages, and lines of stack traces. */
    private static final Pattern INSIDE = Pattern.compile(
            "[a-z]Exception\\b|\\bat [a-z]+\\.[a-z]|\\b(?:java|javax|jakarta|"
                    + "tools\\.jackson|org\\.(?:apache|springframework|sqlite|postgresql)|dev\\.ziffer)\\.[a-zA-Z]|\\bSELECT\\b|\\bSQL");

    private Harmless() {}

    /** Expects an error that is the caller's. */
    static Answer check(String what, Answer answer) {
        check(
                what,
                answer.status(),
                answer.header("Content-Type").orElse(""),
                answer.response().body());
        return answer;
    }

    static void check(String what, int status, String type, String body) {
        assertThat(status).as("%s: %s", what, body).isBetween(400, 499);
        checkBody(what, type, body);
    }

    static void checkBody(String what, String type, String body) {
        assertThat(type).as("content type for %s: %s", what, body).startsWith("application/json");
        JsonNode json = JSON.readTree(body);
        assertThat(json.path("code").asString(""))
                .as("code for %s: %s", what, body)
                .matches("[a-z_]+\\.[a-z_]+");
        assertThat(json.path("message").asString(""))
                .as("message for %s: %s", what, body)
                .endsWith(".");
        assertThat(body).as("answer to %s", what).doesNotContainPattern(INSIDE);
    }
}
