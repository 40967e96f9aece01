package dev.ziffer.sandbox;

import java.util.HashMap;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param headers further headers
 * @param body sent as UTF-8; may be empty
 */
record Answer(int status, Map<String, String> headers, String body) {

    static final Answer NO_CONTENT = new Answer(204, Map.of(), "");

    static Answer json(int status, Object value) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json; charset=utf-8"),
                Json.MAPPER.writeValueAsString(value));
    }

    /** One sentence as plain text, ended by a line feed. */
    static Answer text(int status, String sentence) {
        return new Answer(status, Map.of("Content-Type", "text/plain; charset=utf-8"), sentence + "\n");
    }

    /** This answer with further headers. */
    Answer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }
}
