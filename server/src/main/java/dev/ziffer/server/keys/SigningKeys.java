package dev.ziffer.server.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that tokens are signed with, RS256, in the {@code signing_key} table. The first server that needs it makes
 * it, in one guarded insert, and reads it back, so that servers that start at once have the same.
 */
@Component
public final class SigningKeys {

    private static final String CURRENT = "current";
    private static final String CONTEXT = "signing_key " + CURRENT;
    private static final int BITS = 2048;

    private static final String ADD = """
            INSERT INTO signing_key (position, jwk_sealed, created_at)
            VALUES (:position, :sealed, :now)
            ON CONFLICT (position) DO NOTHING
            """;

    private static final String FIND = "SELECT jwk_sealed FROM signing_key WHERE position = :position";

    private final JWKSet keys;

    SigningKeys(JdbcClient jdbc, Keys keys, Clock clock) throws JOSEException, ParseException {
        String sealed = jdbc.sql(FIND)
                .param("position", CURRENT)
                .query(String.class)
                .optional()
                .orElse(null);
        this.keys = new JWKSet(RSAKey.parse(keys.open(sealed == null ? add(jdbc, keys, clock) : sealed, CONTEXT)));
    }

    /** The keys with their private parts, which must not leave the server. */
    public JWKSet all() {
        return keys;
    }

    private static String add(JdbcClient jdbc, Keys keys, Clock clock) throws JOSEException {
        RSAKey fresh = new RSAKeyGenerator(BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint(true)
                .generate();
        jdbc.sql(ADD)
                .param("position", CURRENT)
                .param("sealed", keys.seal(fresh.toJSONString(), CONTEXT))
                .param("now", clock.millis())
                .update();
        return jdbc.sql(FIND).param("position", CURRENT).query(String.class).single();
    }
}
