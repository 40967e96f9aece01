package dev.ziffer.server.operators;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many wrong passwords are taken within a quarter of an hour: so many for a name from browsers that never proved
 * its password, so many for a name from each browser that did, and so many from an address. A stranger who uses the
 * first up keeps no operator out of a browser used before.
 *
 * <p>A try is counted before the password is looked at, in one statement, so that many at once are not taken for one; a
 * right password clears what it was counted for.
 */
@Component
final class SignInLimit {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int FOR_A_NAME = 10;
    private static final int FROM_AN_ADDRESS = 30;

    private static final String COUNT = """
            INSERT INTO sign_in_failure (subject, failures, until) VALUES (?, 1, ?)
            ON CONFLICT (subject) DO UPDATE
               SET failures = CASE WHEN sign_in_failure.until <= ? THEN 1 ELSE sign_in_failure.failures + 1 END,
                   until = CASE WHEN sign_in_failure.until <= ? THEN excluded.until ELSE sign_in_failure.until END
            RETURNING failures, until
            """;

    private static final String CLEAR = "DELETE FROM sign_in_failure WHERE subject = ?";

    private static final String EXPIRE = "DELETE FROM sign_in_failure WHERE until <= ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInLimit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a try is counted for. */
    record Try(String name, String address) {

        /** A try for a name, from a browser that proved its password before or from an address. */
        static Try of(String name, Optional<String> deviceHash, InetAddress address) {
            return new Try(
                    deviceHash.map(device -> "device/" + device).orElse("name/" + Token.hash(Operators.key(name))),
                    "address/" + network(address));
        }

        /** One caller has a whole /64 of IPv6. */
        private static String network(InetAddress address) {
            byte[] bytes = address.getAddress();
            byte[] kept = address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(kept);
        }
    }

    /** Counts a try; how long until the next may be made, if this one is one too many. */
    Optional<Duration> count(Try attempt) {
        long now = clock.millis();
        jdbc.sql(EXPIRE).param(now).update();
        Optional<Duration> address = count(attempt.address(), FROM_AN_ADDRESS, now);
        return address.isPresent() ? address : count(attempt.name(), FOR_A_NAME, now);
    }

    private Optional<Duration> count(String subject, int most, long now) {
        return jdbc
                .sql(COUNT)
                .param(subject)
                .param(now + WINDOW.toMillis())
                .param(now)
                .param(now)
                .query((rows, number) -> rows.getInt("failures") > most
                        ? List.of(Duration.ofMillis(rows.getLong("until") - now))
                        : List.<Duration>of())
                .single()
                .stream()
                .findFirst();
    }

    /** Forgets the tries that were counted for the same. */
    void clear(Try attempt) {
        jdbc.sql(CLEAR).param(attempt.name()).update();
    }
}
