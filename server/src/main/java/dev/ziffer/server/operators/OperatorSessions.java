package dev.ziffer.server.operators;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is signed in, on any server: a session is a row that a cookie's hash finds. Each begins with a new cookie. */
@Component
final class OperatorSessions {

    /** A working day; then the password is asked for again. */
    static final Duration LIFETIME = Duration.ofHours(12);

    /** How long a browser that proved a password is known to have done so. */
    static final Duration DEVICE_LIFETIME = Duration.ofDays(180);

    private static final String BEGIN = """
            INSERT INTO operator_session (token_hash, operator_id, created_at, expires_at) VALUES (?, ?, ?, ?)
            """;

    private static final String EXPIRE = "DELETE FROM operator_session WHERE expires_at <= ?";

    private static final String FIND = """
            SELECT operator.id, operator.name, operator.role, operator.created_at
              FROM operator_session JOIN operator ON operator.id = operator_session.operator_id
             WHERE operator_session.token_hash = ? AND operator_session.expires_at > ?
            """;

    private static final String END = "DELETE FROM operator_session WHERE token_hash = ?";

    private static final String END_ALL = "DELETE FROM operator_session WHERE operator_id = ?";

    private static final String KNOW = """
            INSERT INTO operator_device (token_hash, operator_id, expires_at) VALUES (?, ?, ?)
            """;

    private static final String EXPIRE_DEVICES = "DELETE FROM operator_device WHERE expires_at <= ?";

    private static final String FORGET = "DELETE FROM operator_device WHERE token_hash = ?";

    private static final String KNOWN = """
            SELECT token_hash FROM operator_device
             WHERE token_hash = ? AND expires_at > ?
               AND operator_id = (SELECT id FROM operator WHERE name_key = ?)
            """;

    private static final String FORGET_ALL = "DELETE FROM operator_device WHERE operator_id = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    OperatorSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins a session; the token that opens it. */
    String begin(Operator operator) {
        String token = Token.random();
        long now = clock.millis();
        jdbc.sql(EXPIRE).param(now).update();
        jdbc.sql(BEGIN)
                .param(Token.hash(token))
                .param(operator.id())
                .param(now)
                .param(now + LIFETIME.toMillis())
                .update();
        return token;
    }

    Optional<Operator> find(String token) {
        return jdbc.sql(FIND)
                .param(Token.hash(token))
                .param(clock.millis())
                .query(Operators::read)
                .optional();
    }

    void end(String token) {
        jdbc.sql(END).param(Token.hash(token)).update();
    }

    /** Ends every session of the operator, and forgets the browsers. */
    void endAll(Operator operator) {
        jdbc.sql(END_ALL).param(operator.id()).update();
        jdbc.sql(FORGET_ALL).param(operator.id()).update();
    }

    /** Remembers that a browser proved the operator's password; the token that it is known by from now on. */
    String know(Operator operator) {
        String token = Token.random();
        long now = clock.millis();
        jdbc.sql(EXPIRE_DEVICES).param(now).update();
        jdbc.sql(KNOW)
                .param(Token.hash(token))
                .param(operator.id())
                .param(now + DEVICE_LIFETIME.toMillis())
                .update();
        return token;
    }

    /** Forgets what a browser was known by. */
    void forget(String token) {
        jdbc.sql(FORGET).param(Token.hash(token)).update();
    }

    /** The hash of the token, if the browser that has it proved the password of this name before. */
    Optional<String> known(String token, String name) {
        return jdbc.sql(KNOWN)
                .param(Token.hash(token))
                .param(clock.millis())
                .param(Operators.key(name))
                .query(String.class)
                .optional();
    }
}
