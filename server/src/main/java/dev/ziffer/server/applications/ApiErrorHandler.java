package dev.ziffer.server.applications;

import dev.ziffer.server.web.ErrorAnswer;
import dev.ziffer.server.web.RequestError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers a request to the API whose token is missing, bad or not enough.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, 3</a>
 */
@Component
final class ApiErrorHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ErrorAnswer answer;

    ApiErrorHandler(ErrorAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        boolean missing = request.getHeader(HttpHeaders.AUTHORIZATION) == null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, missing ? "Bearer" : "Bearer error=\"invalid_token\"");
        answer.write(
                request,
                response,
                RequestError.of(
                        HttpStatus.UNAUTHORIZED, missing ? "auth.authorization_header_missing" : "auth.unauthorized"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer error=\"insufficient_scope\", scope=\"" + ManagementApi.SCOPE + "\"");
        answer.write(request, response, RequestError.of(HttpStatus.FORBIDDEN, "auth.forbidden"));
    }
}
