package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param headers further headers
 * @param body may be empty
 */
// The bytes are written once and never changed; answers are not compared.
@SuppressWarnings("ArrayRecordComponent")
record Answer(int status, Map<String, String> headers, byte[] body) {

    static final Answer NO_CONTENT = new Answer(204, Map.of(), new byte[0]);

    static Answer json(int status, Object value) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json; charset=utf-8"),
                Json.MAPPER.writeValueAsBytes(value));
    }

    /** One sentence as plain text, ended by a line feed. */
    static Answer text(int status, String sentence) {
        return new Answer(
                status, Map.of("Content-Type", "text/plain; charset=utf-8"), (sentence + "\n").getBytes(UTF_8));
    }

    /** This answer with further headers. */
    Answer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Answer(status, all, body);
    }
}
