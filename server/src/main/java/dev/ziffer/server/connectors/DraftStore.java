package dev.ziffer.server.connectors;

import dev.ziffer.server.keys.Keys;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what operators are working on, encrypted for each of them; a change is made of what is there or not at all. */
@Component
final class DraftStore {

    private static final String FIND = "SELECT document_sealed, tested_by FROM connector_draft WHERE operator_id = ?";

    /** Of two first changes at once one is made. */
    private static final String BEGIN = """
            INSERT INTO connector_draft (operator_id, document_sealed, updated_at) VALUES (?, ?, ?)
            ON CONFLICT (operator_id) DO NOTHING
            """;

    /** What a test showed holds for as long as the document says the same. */
    private static final String CHANGE = """
            UPDATE connector_draft
               SET document_sealed = ?, updated_at = ?,
                   tested_by = CASE WHEN document_sealed = ? THEN tested_by ELSE NULL END
             WHERE operator_id = ? AND document_sealed = ?
            """;

    private static final String TESTED =
            "UPDATE connector_draft SET tested_by = ? WHERE operator_id = ? AND document_sealed = ?";

    private static final String DELETE = "DELETE FROM connector_draft WHERE operator_id = ?";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final JsonMapper json;
    private final Clock clock;

    DraftStore(JdbcClient jdbc, Keys keys, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** A configuration, secrets included, and the message that tested it. */
    record Kept(JsonNode config, @Nullable String testedBy) {}

    Optional<Kept> find(String operatorId) {
        return jdbc.sql(FIND)
                .param(operatorId)
                .query((rows, number) -> new Kept(
                        json.readTree(keys.open(rows.getString("document_sealed"), sealContext(operatorId))),
                        rows.getString("tested_by")))
                .optional();
    }

    /** Puts {@code config} in the place of {@code known}; whether that still was there. Null: there was none. */
    boolean change(String operatorId, @Nullable JsonNode known, JsonNode config) {
        String sealed = sealed(operatorId, config);
        if (known == null) {
            return jdbc.sql(BEGIN)
                            .param(operatorId)
                            .param(sealed)
                            .param(clock.millis())
                            .update()
                    == 1;
        }
        return jdbc.sql(CHANGE)
                        .param(sealed)
                        .param(clock.millis())
                        .param(sealed)
                        .param(operatorId)
                        .param(sealed(operatorId, known))
                        .update()
                == 1;
    }

    /** Notes the message that tested {@code config}, if that is what is kept. */
    void tested(String operatorId, JsonNode config, String messageId) {
        jdbc.sql(TESTED)
                .param(messageId)
                .param(operatorId)
                .param(sealed(operatorId, config))
                .update();
    }

    void delete(String operatorId) {
        jdbc.sql(DELETE).param(operatorId).update();
    }

    private String sealed(String operatorId, JsonNode config) {
        return keys.seal(json.writeValueAsString(config), sealContext(operatorId));
    }

    private static String sealContext(String operatorId) {
        return "connector-draft/" + operatorId;
    }
}
