package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request as the handlers see it.
 *
 * @param path the decoded path's parts between the slashes
 * @param uri path and query as they were sent
 */
record Request(String method, List<String> path, String uri, Form query, String body, HttpExchange exchange) {

    /** The most a body may have, in bytes: 1,600 characters are under 20 KB however they are encoded. */
    private static final int MAX_BODY = 65_536;

    /** Reads a request; throws {@link BadRequest} for one that is too large or malformed. */
    static Request read(HttpExchange exchange) throws IOException, BadRequest {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new BadRequest(413, "The body is larger than 64 KiB.");
        }
        String query = exchange.getRequestURI().getRawQuery();
        try {
            return new Request(
                    exchange.getRequestMethod(),
                    List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1)),
                    exchange.getRequestURI().toString(),
                    query == null ? Form.EMPTY : Form.parse(query),
                    new String(body, UTF_8),
                    exchange);
        } catch (IllegalArgumentException _) {
            throw new BadRequest(400, "The query is not percent-encoded.");
        }
    }

    /** Whether the body is said to hold parameters. */
    boolean formEncoded() {
        return header("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
                .orElse(false);
    }

    /** The parameters in the body, none if it is not form-encoded. */
    Form form() throws BadRequest {
        try {
            return formEncoded() ? Form.parse(body) : Form.EMPTY;
        } catch (IllegalArgumentException _) {
            throw new BadRequest(400, "The body is not percent-encoded.");
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** A request that is refused before it is understood. */
    static final class BadRequest extends Exception {

        private final int status;

        BadRequest(int status, String message) {
            super(message, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }
}
