package dev.ziffer.server.applications;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import dev.ziffer.server.keys.SigningKeys;
import dev.ziffer.server.settings.Settings;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.stereotype.Component;

/**
 * The access tokens of applications: signed JWTs for the management API and nothing else.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>
 */
@Component
final class AccessTokens {

    /** The type in a token's header. */
    static final String TYPE = "at+jwt";

    private final String audience;
    private final Set<String> resources;
    private final JwtGenerator generator;

    AccessTokens(Settings settings, SigningKeys keys) {
        this.audience = settings.publicUrl().with(ManagementApi.PATH);
        this.resources = Set.of(audience, ManagementApi.ALIAS);
        this.generator = new JwtGenerator(new NimbusJwtEncoder(new ImmutableJWKSet<>(keys.all())));
        generator.setJwtCustomizer(this::customize);
    }

    JwtGenerator generator() {
        return generator;
    }

    String audience() {
        return audience;
    }

    /**
     * Refuses a {@code resource} that is not the management API.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8707#section-2">RFC 8707, 2</a>
     */
    void checkResource(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
        Object resource = request.getAdditionalParameters().get("resource");
        List<?> named = switch (resource) {
            case null -> List.of();
            case String[] several -> List.of(several);
            case Collection<?> several -> List.copyOf(several);
            default -> List.of(resource);
        };
        if (!resources.containsAll(named)) {
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_target"));
        }
    }

    private void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.RS256).type(TYPE);
        context.getClaims()
                .audience(List.of(audience))
                .claim("client_id", context.getRegisteredClient().getClientId());
        if (!context.getAuthorizedScopes().isEmpty()) {
            // One text, as RFC 9068, 2.2.3 has it; Spring writes a list.
            context.getClaims().claim("scope", String.join(" ", context.getAuthorizedScopes()));
        }
    }
}
