package dev.ziffer.server.applications;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ziffer.server.web.ErrorTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a token request that failed, in OAuth's words and in ours.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.2">RFC 6749, 5.2</a>
 */
@Component
final class TokenErrorHandler implements AuthenticationFailureHandler {

    private static final Set<String> KNOWN = Set.of(
            OAuth2ErrorCodes.INVALID_CLIENT,
            OAuth2ErrorCodes.INVALID_SCOPE,
            OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE,
            "invalid_target");

    private final JsonMapper json;

    TokenErrorHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String error = error(failure);
        String code = "oidc." + error;
        String text = ErrorTexts.text(code, ErrorTexts.language(request));
        if (error.equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ziffer\"");
        } else {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), new TokenError(error, text, code, text));
    }

    private static String error(AuthenticationException failure) {
        if (failure instanceof OAuth2AuthenticationException oauth) {
            String code = oauth.getError().getErrorCode();
            return KNOWN.contains(code) ? code : OAuth2ErrorCodes.INVALID_REQUEST;
        }
        return OAuth2ErrorCodes.INVALID_CLIENT;
    }

    record TokenError(
            String error, @JsonProperty("error_description") String description, String code, String message) {}
}
