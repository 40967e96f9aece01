package dev.ziffer.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What answers are expected to be. */
final class Expect {

    private Expect() {}

    static Answer success(Answer answer, int status) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        return answer;
    }

    /** An error with a status and a code, and a sentence beside them. */
    static Answer error(Answer answer, int status, String code) {
        assertThat(answer.status() + " " + answer.code()).as("%s", answer).isEqualTo(status + " " + code);
        assertThat(answer.json().path("message").asString("")).as("%s", answer).endsWith(".");
        return answer;
    }

    /** An error 429, which says how long to wait, and that not longer than {@code longestSeconds}. */
    static void limited(Answer answer, String code, int longestSeconds) {
        error(answer, 429, code);
        assertThat(Integer.parseInt(answer.header("Retry-After").orElse("0")))
                .as("Retry-After")
                .isBetween(1, longestSeconds);
    }

    /** What {@code data.issues} says, as {@code path code}, the path's steps between dots. */
    static List<String> issues(Answer answer) {
        return issues(answer.json().path("data").path("issues"));
    }

    static List<String> issues(JsonNode issues) {
        return StreamSupport.stream(issues.spliterator(), false)
                .map(issue -> path(issue) + " " + issue.path("code").asString())
                .toList();
    }

    private static String path(JsonNode issue) {
        return String.join(
                ".",
                StreamSupport.stream(issue.path("path").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList());
    }
}
