package dev.ziffer.server.applications;

import dev.ziffer.server.settings.Settings;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;

/** The authorization server: tokens for applications. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerConfiguration {

    static final String TOKEN = "/oidc/token";
    static final String JWKS = "/oidc/jwks";

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServer(
            HttpSecurity http,
            Settings settings,
            Applications applications,
            ApplicationClients clients,
            AccessTokens tokens,
            AccessTokenHandler answers,
            TokenErrorHandler errors) {
        return http.securityMatchers(requests -> requests.requestMatchers(HttpMethod.POST, TOKEN))
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.authorizationServerSettings(endpoints(settings))
                                .registeredClientRepository(clients)
                                .authorizationService(new StatelessAuthorizations())
                                .tokenGenerator(tokens.generator())
                                .clientAuthentication(client -> client.authenticationConverters(
                                                AuthorizationServerConfiguration::readSecret)
                                        .authenticationProviders(only(new ClientSecretProvider(applications)))
                                        .errorResponseHandler(errors))
                                .tokenEndpoint(token -> token.accessTokenRequestConverters(
                                                only(new OAuth2ClientCredentialsAuthenticationConverter()))
                                        .authenticationProviders(only(clientCredentials(tokens)))
                                        .accessTokenResponseHandler(answers)
                                        .errorResponseHandler(errors)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(errors::onAuthenticationFailure))
                .addFilterBefore(new RouteFilter(), WebAsyncManagerIntegrationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static AuthorizationServerSettings endpoints(Settings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.publicUrl().toString())
                .tokenEndpoint(TOKEN)
                .jwkSetEndpoint(JWKS)
                .build();
    }

    private static void readSecret(List<AuthenticationConverter> converters) {
        converters.clear();
        converters.add(new ClientSecretBasicAuthenticationConverter());
        converters.add(new ClientSecretPostAuthenticationConverter());
    }

    private static AuthenticationProvider clientCredentials(AccessTokens tokens) {
        var provider =
                new OAuth2ClientCredentialsAuthenticationProvider(new StatelessAuthorizations(), tokens.generator());
        provider.setAuthenticationValidator(
                new OAuth2ClientCredentialsAuthenticationValidator().andThen(tokens::checkResource));
        return provider;
    }

    private static <T> Consumer<List<T>> only(T one) {
        return all -> {
            all.clear();
            all.add(one);
        };
    }
}
