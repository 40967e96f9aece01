package dev.ziffer.server.storage;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Settings that the API changes: JSON documents by name, the same for all servers at once. */
@Component
public final class Documents {

    private static final String ALL = "SELECT name, document FROM setting";

    private static final String PUT = """
            INSERT INTO setting (name, document, updated_at) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET document = excluded.document, updated_at = excluded.updated_at
            """;

    private final JdbcClient jdbc;
    private final Revision revision;
    private final Clock clock;

    Documents(JdbcClient jdbc, Revision revision, Clock clock) {
        this.jdbc = jdbc;
        this.revision = revision;
        this.clock = clock;
    }

    /** Every document by its name; there are few. */
    public Map<String, String> all() {
        return jdbc
                .sql(ALL)
                .query((rows, number) -> Map.entry(rows.getString("name"), rows.getString("document")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps a document in place of the one of this name. */
    public void put(String name, String document) {
        revision.change(() ->
                jdbc.sql(PUT).param(name).param(document).param(clock.millis()).update());
    }
}
