package dev.ziffer.acceptance;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What the server answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The body as JSON; a missing node where there is none. */
    public JsonNode json() {
        return response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
    }

    /** The stable code of an error; empty where there is none. */
    public String code() {
        return json().path("code").asString("");
    }

    /** The ledger's id of the message that was sent. */
    public String messageId() {
        return header("Ziffer-Message-Id")
                .orElseThrow(() -> new AssertionError("the answer names no message: " + this));
    }

    /** Status and body, for people. */
    @Override
    public String toString() {
        return status() + " " + response.body();
    }
}
