package dev.ziffer.twilio;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Twilio answered.
 *
 * @param status the HTTP status
 * @param requestId Twilio's name for the request
 * @param retryAfter how long Twilio asks to wait
 * @param body as UTF-8; never logged, for it holds the code
 */
record Answer(int status, @Nullable String requestId, Optional<Duration> retryAfter, String body) {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");

    static Answer of(HttpResponse<byte[]> response) {
        var headers = response.headers();
        byte[] body = response.body(); // null where a proxy asks for a password
        return new Answer(
                response.statusCode(),
                headers.firstValue("Twilio-Request-Id")
                        .filter(id -> REQUEST_ID.matcher(id).matches())
                        .orElse(null),
                headers.firstValue("Retry-After")
                        .filter(value -> SECONDS.matcher(value).matches())
                        .map(seconds -> Duration.ofSeconds(Integer.parseInt(seconds))),
                body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    /** The body as JSON. */
    JsonNode json() throws IOException {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new IOException("the answer is not JSON"); // the cause would quote the body
        }
    }

    /** The code in an error's body; empty where there is none. */
    OptionalInt errorCode() {
        try {
            return Json.optionalInt(json(), "code");
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    boolean successful() {
        return status >= 200 && status < 300;
    }

    /** Everything but the body. */
    @Override
    public String toString() {
        return "Answer[" + status + ", " + requestId + ", " + retryAfter + "]";
    }
}
