package dev.ziffer.server.applications;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Reads a token's signature once: a program uses one token for thousands of requests, and checking it costs more than
 * the rest of a request. Only what passed is remembered, by the token's hash; its times are checked at each use.
 */
final class RememberedTokens implements JwtDecoder {

    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> times;
    private final Cache<String, Jwt> passed =
            Caffeine.newBuilder().maximumSize(MOST).build();

    RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> times) {
        this.decoder = decoder;
        this.times = times;
    }

    @Override
    public Jwt decode(String token) {
        String hash = SecretHash.of(token);
        Jwt known = passed.getIfPresent(hash);
        if (known != null && !times.validate(known).hasErrors()) {
            return known;
        }
        passed.invalidate(hash);
        Jwt read = decoder.decode(token);
        passed.put(hash, read);
        return read;
    }
}
