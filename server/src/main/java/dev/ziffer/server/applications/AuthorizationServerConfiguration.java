package dev.ziffer.server.applications;

import dev.ziffer.server.settings.Settings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;

/** The authorization server: tokens for applications, the keys to check them with, and where to find both. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String TOKEN = "/oidc/token";
    private static final String JWKS = "/oidc/jwks";

    @Bean
    AuthorizationServerSettings authorizationServerSettings(Settings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.publicUrl().toString())
                .authorizationEndpoint("/oidc/auth")
                .tokenEndpoint(TOKEN)
                .jwkSetEndpoint(JWKS)
                .tokenIntrospectionEndpoint("/oidc/token/introspection")
                .tokenRevocationEndpoint("/oidc/token/revocation")
                .oidcUserInfoEndpoint("/oidc/me")
                .oidcLogoutEndpoint("/oidc/session/end")
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(
            HttpSecurity http,
            Applications applications,
            ApplicationClients clients,
            StatelessAuthorizations authorizations,
            AccessTokens tokens,
            TokenErrorHandler errors) {
        return http.securityMatcher(TOKEN, JWKS, DISCOVERY)
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.registeredClientRepository(clients)
                                .authorizationService(authorizations)
                                .tokenGenerator(tokens.generator())
                                .clientAuthentication(client -> client.authenticationConverters(converters -> {
                                            converters.clear();
                                            converters.add(new ClientSecretBasicAuthenticationConverter());
                                            converters.add(new ClientSecretPostAuthenticationConverter());
                                        })
                                        .authenticationProviders(providers -> {
                                            providers.clear();
                                            providers.add(new ClientSecretProvider(applications));
                                        })
                                        .errorResponseHandler(errors))
                                .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(converters -> {
                                            converters.clear();
                                            converters.add(new OAuth2ClientCredentialsAuthenticationConverter());
                                        })
                                        .authenticationProviders(providers -> {
                                            providers.clear();
                                            providers.add(clientCredentials(authorizations, tokens));
                                        })
                                        .errorResponseHandler(errors))
                                .oidc(oidc -> oidc.providerConfigurationEndpoint(
                                        endpoint -> endpoint.providerConfigurationCustomizer(
                                                AuthorizationServerConfiguration::describe))))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(errors::onAuthenticationFailure))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static OAuth2ClientCredentialsAuthenticationProvider clientCredentials(
            StatelessAuthorizations authorizations, AccessTokens tokens) {
        var provider = new OAuth2ClientCredentialsAuthenticationProvider(authorizations, tokens.generator());
        provider.setAuthenticationValidator(
                new OAuth2ClientCredentialsAuthenticationValidator().andThen(tokens::checkResource));
        return provider;
    }

    /** Says what there is, and not what the framework could do. */
    private static void describe(OidcProviderConfiguration.Builder document) {
        document.claims(claims -> {
            claims.keySet()
                    .retainAll(List.of(
                            "issuer",
                            "token_endpoint",
                            "jwks_uri",
                            "subject_types_supported",
                            "id_token_signing_alg_values_supported",
                            "response_types_supported"));
            claims.put("grant_types_supported", List.of("client_credentials"));
            claims.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
            claims.put("scopes_supported", List.of(ManagementApi.SCOPE));
        });
    }
}
