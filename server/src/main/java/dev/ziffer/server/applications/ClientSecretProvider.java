package dev.ziffer.server.applications;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** Knows an application by its secret. An unknown one costs what a wrong secret costs, and gets the same answer. */
final class ClientSecretProvider implements AuthenticationProvider {

    /** Compared with when there is no such application. */
    private static final String NOBODYS = SecretHash.of("");

    private final Applications applications;

    ClientSecretProvider(Applications applications) {
        this.applications = applications;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var client = (OAuth2ClientAuthenticationToken) authentication;
        String id = client.getPrincipal().toString();
        @Nullable Object secret = client.getCredentials();
        Optional<Application> application = applications.find(id);
        boolean matches = SecretHash.matches(
                secret == null ? "" : secret.toString(),
                application.map(Application::secretHash).orElse(NOBODYS));
        if (!matches || application.isEmpty()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(
                ApplicationClients.client(application.get()), client.getClientAuthenticationMethod(), null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
