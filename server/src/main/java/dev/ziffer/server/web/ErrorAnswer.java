package dev.ziffer.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes an error as the answer, for those who stand before the controllers. */
@Component
public final class ErrorAnswer {

    private final JsonMapper json;

    ErrorAnswer(JsonMapper json) {
        this.json = json;
    }

    /** Answers with the error, in the language the caller accepts. */
    public void write(HttpServletRequest request, HttpServletResponse response, RequestError error) throws IOException {
        response.setStatus(error.status().value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        Duration wait = error.retryAfter();
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds(wait));
        }
        if (error.status() == HttpStatus.CONTENT_TOO_LARGE || error.status() == HttpStatus.REQUEST_TIMEOUT) {
            // The rest of the body is not read, so no request can follow it.
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        json.writeValue(response.getOutputStream(), error.body(ErrorTexts.language(request)));
    }

    /** Whole seconds, rounded up, so that nobody who waits is early. */
    static String seconds(Duration wait) {
        return Long.toString(wait.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
