package dev.ziffer.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns whatever a controller, or the way to it, throws into the error body. */
@RestControllerAdvice
final class ErrorAdvice {

    private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

    private final ErrorAnswer answer;

    ErrorAdvice(ErrorAnswer answer) {
        this.answer = answer;
    }

    @ExceptionHandler
    void requestError(RequestError error, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer.write(request, response, error);
    }

    /** A body that cannot be read: never repeats what is there. */
    @ExceptionHandler
    void unreadable(HttpMessageNotReadableException exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer.write(
                request, response, Issue.error("guard.invalid_input", List.of(Issue.at(List.of(), "field.not_json"))));
    }

    /**
     * The framework's own refusals (no such path, method, media type or parameter), and whatever else failed. Nothing is
     * thrown on: a resolver after this one would answer in its own words, or take the end of a connection to the database
     * for that of the caller's and answer nothing, which reads as 200.
     */
    @ExceptionHandler
    void other(Exception exception, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (exception instanceof ErrorResponse refusal) {
            refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        RequestError error = RequestErrors.of(exception);
        // What is wrong with a request is not logged: the exception quotes it.
        if (error.status().is5xxServerError()) {
            log.error("a request failed", exception);
        }
        if (!response.isCommitted()) {
            response.resetBuffer();
            answer.write(request, response, error);
        }
    }
}
