package dev.ziffer.server.applications;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with an access token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, 5.1</a>
 */
@Component
final class AccessTokenHandler implements AuthenticationSuccessHandler {

    private final JsonMapper json;

    AccessTokenHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OAuth2AccessToken token = ((OAuth2AccessTokenAuthenticationToken) authentication).getAccessToken();
        // From its own times and not from now, or it would always seem a second short.
        long lifetime = ChronoUnit.SECONDS.between(
                Objects.requireNonNull(token.getIssuedAt(), "issued at"),
                Objects.requireNonNull(token.getExpiresAt(), "expires at"));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                new Answer(token.getTokenValue(), "Bearer", lifetime, String.join(" ", token.getScopes())));
    }

    private record Answer(
            @JsonProperty("access_token") String token,
            @JsonProperty("token_type") String type,
            @JsonProperty("expires_in") long lifetime,
            String scope) {}
}
