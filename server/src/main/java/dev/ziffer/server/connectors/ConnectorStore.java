package dev.ziffer.server.connectors;

import dev.ziffer.server.keys.Keys;
import dev.ziffer.server.storage.Revision;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the SMS connector: one row, replaced by one statement, its configuration encrypted for its id. */
@Component
final class ConnectorStore {

    private static final String TYPE = "Sms";

    private static final String FIND =
            "SELECT id, factory_id, config_sealed, revision, created_at FROM connector WHERE type = 'Sms'";

    private static final String REPLACE = """
            INSERT INTO connector (type, id, factory_id, config_sealed, revision, created_at, updated_at)
            VALUES (?, ?, ?, ?, (SELECT number FROM revision), ?, ?)
            ON CONFLICT (type) DO UPDATE
               SET id = excluded.id, factory_id = excluded.factory_id, config_sealed = excluded.config_sealed,
                   revision = excluded.revision, created_at = excluded.created_at, updated_at = excluded.updated_at
            """;

    private static final String ADD = """
            INSERT INTO connector (type, id, factory_id, config_sealed, revision, created_at, updated_at)
            VALUES (?, ?, ?, ?, (SELECT number FROM revision), ?, ?)
            ON CONFLICT (type) DO NOTHING
            """;

    /**
     * The revision is the guard: a configuration is never completed by the secret of one that is gone. It is the one of
     * the change, which no other change has, so that a connector made anew with an old id is another.
     */
    private static final String RECONFIGURE = """
            UPDATE connector
               SET config_sealed = ?, revision = (SELECT number FROM revision), updated_at = ?
             WHERE id = ? AND revision = ?
            """;

    private static final String DELETE = "DELETE FROM connector WHERE id = ?";

    private final JdbcClient jdbc;
    private final Revision revision;
    private final Keys keys;
    private final JsonMapper json;
    private final Clock clock;

    ConnectorStore(JdbcClient jdbc, Revision revision, Keys keys, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.revision = revision;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    Optional<Connector> find() {
        return jdbc.sql(FIND)
                .query((rows, number) -> {
                    String id = rows.getString("id");
                    return new Connector(
                            id,
                            rows.getString("factory_id"),
                            json.readTree(keys.open(rows.getString("config_sealed"), sealContext(id))),
                            rows.getLong("revision"),
                            Instant.ofEpochMilli(rows.getLong("created_at")));
                })
                .optional();
    }

    /** Puts a connector in the place of whatever there is. */
    void replace(String id, String factoryId, JsonNode config) {
        put(REPLACE, id, factoryId, config);
    }

    /** Keeps a connector if there is none; whether there was none. */
    boolean add(String id, String factoryId, JsonNode config) {
        return put(ADD, id, factoryId, config);
    }

    private boolean put(String statement, String id, String factoryId, JsonNode config) {
        long now = clock.millis();
        return revision.change(() -> jdbc.sql(statement)
                        .param(TYPE)
                        .param(id)
                        .param(factoryId)
                        .param(sealed(id, config))
                        .param(now)
                        .param(now)
                        .update()
                == 1);
    }

    /**
     * Gives the connector another configuration.
     *
     * @return whether the connector still was of this version
     */
    boolean reconfigure(Connector.Version known, JsonNode config) {
        return revision.change(() -> jdbc.sql(RECONFIGURE)
                        .param(sealed(known.id(), config))
                        .param(clock.millis())
                        .param(known.id())
                        .param(known.revision())
                        .update()
                == 1);
    }

    /** Deletes the connector of this id; whether there was one. */
    boolean delete(String id) {
        return revision.change(() -> jdbc.sql(DELETE).param(id).update() == 1);
    }

    private String sealed(String id, JsonNode config) {
        return keys.seal(json.writeValueAsString(config), sealContext(id));
    }

    private static String sealContext(String id) {
        return "connector/" + id;
    }
}
