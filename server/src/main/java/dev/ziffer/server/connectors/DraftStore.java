package dev.ziffer.server.connectors;

import dev.ziffer.server.keys.Keys;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what operators are working on, encrypted for each of them. Encryption gives equal texts equal ciphertexts here,
 * so that a statement can say what it expects to find: a change is made of what is there or not at all.
 */
@Component
final class DraftStore {

    private static final String FIND = """
            SELECT document_sealed, connector_id, connector_revision, tested_by FROM connector_draft WHERE operator_id = ?
            """;

    private static final String OF_ACCOUNT =
            "SELECT operator_id, document_sealed FROM connector_draft WHERE account = ? ORDER BY updated_at DESC";

    /** Of two first changes at once one is made. */
    private static final String BEGIN = """
            INSERT INTO connector_draft (operator_id, document_sealed, account, connector_id, connector_revision, updated_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (operator_id) DO NOTHING
            """;

    /** What a test showed holds for as long as the document says the same. */
    private static final String CHANGE = """
            UPDATE connector_draft
               SET document_sealed = ?, account = ?, updated_at = ?,
                   tested_by = CASE WHEN document_sealed = ? THEN tested_by ELSE NULL END
             WHERE operator_id = ? AND document_sealed = ?
            """;

    private static final String TESTED =
            "UPDATE connector_draft SET tested_by = ? WHERE operator_id = ? AND document_sealed = ?";

    private static final String DELETE = "DELETE FROM connector_draft WHERE operator_id = ?";

    private static final String DELETE_SAVED =
            "DELETE FROM connector_draft WHERE operator_id = ? AND document_sealed = ?";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Accounts accounts;
    private final JsonMapper json;
    private final Clock clock;

    DraftStore(JdbcClient jdbc, Keys keys, Accounts accounts, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.accounts = accounts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A draft.
     *
     * @param config its configuration, secrets included
     * @param base the saved connector that it began with; null where there was none
     * @param testedBy the message that tested it as it is
     */
    record Kept(
            JsonNode config,
            Connector.@Nullable Version base,
            @Nullable String testedBy) {}

    Optional<Kept> find(String operatorId) {
        return jdbc.sql(FIND)
                .param(operatorId)
                .query((rows, number) -> {
                    String connectorId = rows.getString("connector_id");
                    return new Kept(
                            opened(operatorId, rows.getString("document_sealed")),
                            connectorId == null
                                    ? null
                                    : new Connector.Version(connectorId, rows.getLong("connector_revision")),
                            rows.getString("tested_by"));
                })
                .optional();
    }

    /** What any operator works on that is of this account, the newest first. */
    List<JsonNode> ofAccount(String account) {
        return jdbc.sql(OF_ACCOUNT)
                .param(account)
                .query((rows, number) -> opened(rows.getString("operator_id"), rows.getString("document_sealed")))
                .list();
    }

    /** Begins a draft if there is none; whether there was none. */
    boolean begin(String operatorId, JsonNode config, Connector.@Nullable Version base) {
        return jdbc.sql(BEGIN)
                        .param(operatorId)
                        .param(sealed(operatorId, config))
                        .param(accounts.of(config))
                        .param(base == null ? null : base.id())
                        .param(base == null ? null : base.revision())
                        .param(clock.millis())
                        .update()
                == 1;
    }

    /** Puts {@code config} in the place of {@code known}; whether that still was there. */
    boolean change(String operatorId, JsonNode known, JsonNode config) {
        String sealed = sealed(operatorId, config);
        return jdbc.sql(CHANGE)
                        .param(sealed)
                        .param(accounts.of(config))
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

    /** Deletes what was saved; what was typed since then stays. */
    void deleteSaved(String operatorId, JsonNode config) {
        jdbc.sql(DELETE_SAVED)
                .param(operatorId)
                .param(sealed(operatorId, config))
                .update();
    }

    private String sealed(String operatorId, JsonNode config) {
        return keys.seal(json.writeValueAsString(config), sealContext(operatorId));
    }

    private JsonNode opened(String operatorId, String sealed) {
        return json.readTree(keys.open(sealed, sealContext(operatorId)));
    }

    private static String sealContext(String operatorId) {
        return "connector-draft/" + operatorId;
    }
}
