package dev.ziffer.server.applications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    private static final String ADD = """
            INSERT INTO application (id, name, description, secret_hash, scopes, management, created_at, updated_at)
            VALUES (:id, :name, :description, :secretHash, :scopes, 0, :now, :now)
            """;

    private static final String DESCRIBE = """
            UPDATE application
               SET name = :name, description = :description, updated_at = :now
             WHERE id = :id
            """;

    private static final String DELETE = "DELETE FROM application WHERE id = :id AND management = 0";

    private static final String PROFILE = "SELECT id, name, description, created_at FROM application";

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

    /** The installation's own application, once there is one. */
    Optional<Application> management() {
        return jdbc.sql("SELECT id FROM application WHERE management = 1")
                .query(String.class)
                .optional()
                .flatMap(this::find);
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

    /** Adds an application. */
    void add(Application application, @Nullable String description) {
        jdbc.sql(ADD)
                .param("id", application.id())
                .param("name", application.name())
                .param("description", description)
                .param("secretHash", application.secretHash())
                .param("scopes", String.join(" ", application.scopes()))
                .param("now", clock.millis())
                .update();
    }

    /** How many applications there are. */
    int count() {
        return jdbc.sql("SELECT count(*) FROM application").query(Integer.class).single();
    }

    /** Some of the applications, oldest first. */
    List<Profile> profiles(int limit, int offset) {
        return jdbc.sql(PROFILE + " ORDER BY created_at, id LIMIT :limit OFFSET :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(Applications::profile)
                .list();
    }

    Optional<Profile> profile(String id) {
        return jdbc.sql(PROFILE + " WHERE id = :id")
                .param("id", id)
                .query(Applications::profile)
                .optional();
    }

    /** Gives an application another name and description; whether there is one of this id. */
    boolean describe(String id, String name, @Nullable String description) {
        return jdbc.sql(DESCRIBE)
                        .param("id", id)
                        .param("name", name)
                        .param("description", description)
                        .param("now", clock.millis())
                        .update()
                == 1;
    }

    /** Deletes an application, unless it is the management one; whether it did. */
    boolean delete(String id) {
        return jdbc.sql(DELETE).param("id", id).update() == 1;
    }

    /** What people read of an application. */
    record Profile(String id, String name, @Nullable String description, long createdAt) {}

    private static Profile profile(ResultSet row, int number) throws SQLException {
        return new Profile(
                row.getString("id"), row.getString("name"), row.getString("description"), row.getLong("created_at"));
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
