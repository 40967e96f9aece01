package dev.ziffer.server.applications;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The applications as the authorization server knows clients. Their secrets stay out of it. */
@Component
final class ApplicationClients implements RegisteredClientRepository {

    private static final TokenSettings TOKENS =
            TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(1)).build();

    private final Applications applications;

    ApplicationClients(Applications applications) {
        this.applications = applications;
    }

    static RegisteredClient client(Application application) {
        return RegisteredClient.withId(application.id())
                .clientId(application.id())
                .clientName(application.name())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(application.scopes()))
                .tokenSettings(TOKENS)
                .build();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        Optional<Application> application = applications.find(clientId);
        return application.map(ApplicationClients::client).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("applications are not made by the authorization server");
    }
}
