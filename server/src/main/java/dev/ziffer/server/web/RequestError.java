package dev.ziffer.server.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that cannot be served, and why. It becomes the error body {@code {code, message, data?, details?}}, whose
 * message is the text of the code in the language the caller accepts. None of it holds a code or a whole phone number.
 */
public final class RequestError extends RuntimeException {

    private final transient HttpStatus status;
    private final String code;
    private final transient Function<Locale, String> message;
    private final transient @Nullable Function<Locale, ?> data;
    private final transient @Nullable Function<Locale, String> details;
    private final transient List<Issue> issues;
    private final @Nullable Duration retryAfter;

    private RequestError(
            HttpStatus status,
            String code,
            Function<Locale, String> message,
            @Nullable Function<Locale, ?> data,
            @Nullable Function<Locale, String> details,
            List<Issue> issues,
            @Nullable Duration retryAfter) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.message = message;
        this.data = data;
        this.details = details;
        this.issues = issues;
        this.retryAfter = retryAfter;
    }

    /** An error whose message is the text of {@code code}, with {@code arguments} in its places. */
    public static RequestError of(HttpStatus status, String code, Object... arguments) {
        return new RequestError(
                status, code, locale -> ErrorTexts.text(code, locale, arguments), null, null, List.of(), null);
    }

    /** The same with a message of its own. */
    public RequestError withMessage(Function<Locale, String> text) {
        return new RequestError(status, code, text, data, details, issues, retryAfter);
    }

    /** The same with facts for programs: anything that has a JSON form. */
    public RequestError withData(Object facts) {
        return withData(_ -> facts);
    }

    /** The same with facts for programs, some of which are texts for people. */
    public RequestError withData(Function<Locale, ?> facts) {
        return new RequestError(status, code, message, facts, details, issues, retryAfter);
    }

    /** The same with further lines for people. */
    public RequestError withDetails(Function<Locale, String> lines) {
        return new RequestError(status, code, message, data, lines, issues, retryAfter);
    }

    /** The same, naming what is wrong with which fields. */
    RequestError withIssues(List<Issue> all) {
        return new RequestError(status, code, message, data, details, all, retryAfter);
    }

    /** The same, saying when to try again; rounded up to whole seconds. */
    public RequestError withRetryAfter(Duration wait) {
        return new RequestError(status, code, message, data, details, issues, wait);
    }

    public HttpStatus status() {
        return status;
    }

    /** The stable code, such as {@code guard.invalid_input}. */
    public String code() {
        return code;
    }

    /** The sentence for people in this language. */
    public String message(Locale locale) {
        return message.apply(locale);
    }

    /** What is wrong with the body's fields, for pages that show it there; empty where the fault is no field's. */
    public List<Issue> issues() {
        return issues;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    ErrorBody body(Locale locale) {
        return new ErrorBody(
                code,
                message.apply(locale),
                data == null ? null : data.apply(locale),
                details == null ? null : details.apply(locale));
    }
}
