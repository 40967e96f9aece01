package dev.ziffer.server.web;

import java.time.Duration;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;

/** The errors that no room states itself. */
public final class RequestErrors {

    /** How many bytes of a body are read. */
    static final int LARGEST_BODY = 64 * 1024;

    /** The same for a form: a token request has a few hundred, and Tomcat sets aside what the headers announce. */
    private static final int LARGEST_FORM = 8 * 1024;

    private RequestErrors() {}

    /** How many bytes are read of a body of this type. */
    static int largest(@Nullable String contentType) {
        return contentType != null
                        && contentType.toLowerCase(Locale.ROOT).contains(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                ? LARGEST_FORM
                : LARGEST_BODY;
    }

    static RequestError tooLarge(int largest) {
        return RequestError.of(HttpStatus.CONTENT_TOO_LARGE, "request.too_large", largest / 1024);
    }

    /** What a bare HTTP status says. */
    static RequestError of(int status) {
        return switch (status) {
            case 404 -> RequestError.of(HttpStatus.NOT_FOUND, "request.not_found");
            case 405 -> RequestError.of(HttpStatus.METHOD_NOT_ALLOWED, "request.method_not_allowed");
            case 406 -> RequestError.of(HttpStatus.NOT_ACCEPTABLE, "request.not_acceptable");
            case 413 -> tooLarge(LARGEST_BODY);
            case 415 -> RequestError.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "request.unsupported_media_type");
            case 501 -> RequestError.of(HttpStatus.NOT_IMPLEMENTED, "request.invalid");
            case 505 -> RequestError.of(HttpStatus.HTTP_VERSION_NOT_SUPPORTED, "request.invalid");
            default -> {
                HttpStatus known = HttpStatus.resolve(status);
                yield known != null && known.is4xxClientError()
                        ? RequestError.of(known, "request.invalid")
                        : RequestError.of(HttpStatus.INTERNAL_SERVER_ERROR, "server.error");
            }
        };
    }

    /** What went wrong, as far as the caller can do something about it. */
    public static RequestError of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestError stated) {
                return stated;
            }
            if (cause instanceof ErrorResponse refusal) {
                // The framework's own: no such path, method, media type or parameter.
                return of(refusal.getStatusCode().value());
            }
            if (cause instanceof InvalidParameterException invalid) {
                // Of the parameters in a form.
                return invalid.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                        ? tooLarge(LARGEST_FORM)
                        : of(invalid.getErrorCode());
            }
            if (cause instanceof RequestRejectedException) {
                return of(HttpStatus.BAD_REQUEST.value());
            }
            if (DatabaseLoss.is(cause)) {
                return RequestError.of(HttpStatus.SERVICE_UNAVAILABLE, "server.unavailable")
                        .withRetryAfter(Duration.ofSeconds(1));
            }
        }
        return RequestError.of(HttpStatus.INTERNAL_SERVER_ERROR, "server.error");
    }
}
