package dev.ziffer.server.storage;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Work that one server does at a time, whichever is first. */
@Component
public final class Leases {

    private static final String TAKE = """
            INSERT INTO lease (name, until) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET until = excluded.until WHERE lease.until <= ?
            RETURNING name
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Leases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the lease of this name for {@code duration}, unless it is taken.
     *
     * @return whether this call took it; of many at once, one
     */
    public boolean take(String name, Duration duration) {
        long now = clock.millis();
        return jdbc.sql(TAKE)
                .param(name)
                .param(now + duration.toMillis())
                .param(now)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
