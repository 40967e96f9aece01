package dev.ziffer.server.applications;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The applications in the {@code application} table. None is remembered, so a change counts at the next request. */
@Component
final class Applications {

    private static final String FIND = """
            SELECT id, name, secret_hash, scopes
              FROM application
             WHERE id = :id
            """;

    private static final String ADD_MANAGEMENT = """
            INSERT INTO application (id, name, secret_hash, scopes, management, created_at, updated_at)
            VALUES (:id, :name, :secretHash, :scopes, 1, :now, :now)
            """;

    private static final String ADD_FIRST_MANAGEMENT = ADD_MANAGEMENT + "ON CONFLICT DO NOTHING";

    private static final String REMOVE_OTHER_MANAGEMENT = "DELETE FROM application WHERE management = 1 AND id <> :id";

    private static final String PUT_MANAGEMENT = ADD_MANAGEMENT + """
            ON CONFLICT (id) DO UPDATE
               SET secret_hash = excluded.secret_hash, scopes = excluded.scopes, management = 1,
                   updated_at = excluded.updated_at
            """;

    private static final String HAS_MANAGEMENT = "SELECT count(*) FROM application WHERE management = 1";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Applications(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<Application> find(String id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query((row, _) -> new Application(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("secret_hash"),
                        Set.of(row.getString("scopes").split(" "))))
                .optional();
    }

    boolean hasManagement() {
        return jdbc.sql(HAS_MANAGEMENT).query(Long.class).single() > 0;
    }

    /** Adds the management application, unless there is one. */
    void addManagement(Application application) {
        write(ADD_FIRST_MANAGEMENT, application);
    }

    /** Makes this the management application, in place of any other. */
    void putManagement(Application application) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql(REMOVE_OTHER_MANAGEMENT).param("id", application.id()).update();
            write(PUT_MANAGEMENT, application);
        });
    }

    private void write(String statement, Application application) {
        jdbc.sql(statement)
                .param("id", application.id())
                .param("name", application.name())
                .param("secretHash", application.secretHash())
                .param("scopes", String.join(" ", application.scopes()))
                .param("now", clock.millis())
                .update();
    }
}
