package dev.ziffer.server.applications;

import dev.ziffer.server.keys.SigningKeys;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** What the authorization server's own filters do not answer: the public keys, and other methods than the endpoints'. */
@RestController
final class EndpointController {

    private final byte[] keys;

    EndpointController(SigningKeys keys) {
        this.keys = keys.all().toPublicJWKSet().toString(true).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The keys that tokens are checked with, whatever the caller accepts.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, 5</a>
     */
    @GetMapping(AuthorizationServerConfiguration.JWKS)
    ResponseEntity<byte[]> keys() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(keys);
    }

    @RequestMapping(
            path = AuthorizationServerConfiguration.TOKEN,
            method = {
                RequestMethod.GET,
                RequestMethod.HEAD,
                RequestMethod.PUT,
                RequestMethod.PATCH,
                RequestMethod.DELETE,
                RequestMethod.OPTIONS
            })
    // Called by the framework, which wants a method that throws.
    @SuppressWarnings("DoNotCallSuggester")
    void refuse(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(HttpMethod.POST.name()));
    }
}
