package dev.ziffer.server.operators;

import dev.ziffer.server.settings.PublicUrl;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One-time links that make an administrator: for the first operator at each start until there is one, and for an
 * administrator who is locked out. A link is valid for an hour and used once; only its hash is kept.
 */
@Component
public final class OperatorLinks {

    /** How long a link is valid. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    /** The path that a link leads to; the token is its parameter {@code token}. */
    public static final String PATH = "/console/setup";

    private static final String ADD = "INSERT INTO operator_link (token_hash, purpose, expires_at) VALUES (?, ?, ?)";

    private static final String EXPIRE = "DELETE FROM operator_link WHERE expires_at <= ?";

    /** A link for the first operator is dead once there is one, whoever that is. */
    private static final String LIVE = """
             WHERE token_hash = ? AND expires_at > ?
               AND (purpose = 'recovery' OR NOT EXISTS (SELECT 1 FROM operator))
            """;

    private static final String FIND = "SELECT purpose FROM operator_link" + LIVE;

    private static final String USE = "DELETE FROM operator_link" + LIVE + "RETURNING purpose";

    private static final String OPERATORS = "SELECT count(*) FROM operator";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Links in the database behind {@code jdbc}. */
    public OperatorLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new link for the first operator; none once there is an operator. */
    public Optional<String> setup(PublicUrl publicUrl) {
        return awaitsTheFirst() ? Optional.of(make(publicUrl, "setup")) : Optional.empty();
    }

    /** Whether there is no operator yet. */
    public boolean awaitsTheFirst() {
        return jdbc.sql(OPERATORS).query(Long.class).single() == 0;
    }

    /** A new link that makes an administrator, or gives one a new password. */
    public String recovery(PublicUrl publicUrl) {
        return make(publicUrl, "recovery");
    }

    private String make(PublicUrl publicUrl, String purpose) {
        String token = Token.random();
        long now = clock.millis();
        jdbc.sql(EXPIRE).param(now).update();
        jdbc.sql(ADD)
                .param(Token.hash(token))
                .param(purpose)
                .param(now + LIFETIME.toMillis())
                .update();
        return publicUrl.with(PATH + "?token=" + token);
    }

    /** Whether a link with this token would work now. */
    public boolean works(String token) {
        return jdbc.sql(FIND)
                .param(Token.hash(token))
                .param(clock.millis())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /** Uses the link up; whether it worked. Of many at once, one does. */
    boolean use(String token) {
        return jdbc.sql(USE)
                .param(Token.hash(token))
                .param(clock.millis())
                .query(String.class)
                .optional()
                .isPresent();
    }
}
