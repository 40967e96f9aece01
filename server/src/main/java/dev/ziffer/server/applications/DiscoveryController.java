package dev.ziffer.server.applications;

import dev.ziffer.server.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says where the authorization server's endpoints are and what they can do.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata">OpenID Connect Discovery
 *     1.0, 3</a>
 */
@RestController
final class DiscoveryController {

    private final Map<String, Object> document = new LinkedHashMap<>();

    DiscoveryController(Settings settings) {
        document.put("issuer", settings.publicUrl().toString());
        document.put("token_endpoint", settings.publicUrl().with(AuthorizationServerConfiguration.TOKEN));
        document.put("jwks_uri", settings.publicUrl().with(AuthorizationServerConfiguration.JWKS));
        document.put("scopes_supported", List.of(ManagementApi.SCOPE));
        document.put("response_types_supported", List.of());
        document.put("grant_types_supported", List.of("client_credentials"));
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
    }

    @GetMapping({"/.well-known/openid-configuration", "/oidc/.well-known/openid-configuration"})
    Map<String, Object> discovery() {
        return document;
    }
}
