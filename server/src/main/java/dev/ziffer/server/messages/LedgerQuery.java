package dev.ziffer.server.messages;

import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.Progress;
import dev.ziffer.verification.Verifications;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ledger, newest first. */
@Component
public final class LedgerQuery {

    static final String COLUMNS = """
            SELECT id, state, error_code, price, price_unit, sid, number_masked, country, usage_type, locale, application_id, connector_id,
                   verification_id, attempt, segments, request_id, provider_request_id, created_at, updated_at, number_hash, history
              FROM message
            """;

    private static final String COUNT = "SELECT count(*) FROM message";

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Verifications verifications;

    LedgerQuery(JdbcClient jdbc, Ledger ledger, Verifications verifications) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.verifications = verifications;
    }

    /** Which messages; null is all. */
    record Filter(
            @Nullable PhoneNumber number,
            @Nullable MessageState state,
            @Nullable Integer errorCode) {}

    /** Some messages, and how many there are in all. */
    record Page(List<LedgerEntry> entries, int total) {}

    /** A condition on the rows, and the values of its parameters. */
    record Where(String sql, List<Object> values) {}

    Page find(Filter filter, int limit, int offset) {
        Where where = where(filter);
        int total = jdbc.sql(COUNT + where.sql())
                .params(where.values())
                .query(Integer.class)
                .single();
        List<LedgerEntry> entries = jdbc.sql(COLUMNS + where.sql() + " ORDER BY id DESC LIMIT ? OFFSET ?")
                .params(where.values())
                .param(limit)
                .param(offset)
                .query(LedgerEntry::of)
                .list();
        return new Page(entries, total);
    }

    Where where(Filter filter) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (filter.number() != null) {
            conditions.add("number_hash = ?");
            values.add(ledger.numberHash(filter.number()));
        }
        if (filter.state() != null) {
            conditions.add(condition(filter.state()));
        }
        if (filter.errorCode() != null) {
            conditions.add("error_code = ?");
            values.add(filter.errorCode());
        }
        return new Where(conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions), values);
    }

    /** Literally, since a partial index is for what is known when the statement is planned. */
    private static String condition(MessageState state) {
        String condition = "state = '" + state.wireName() + "'";
        // What is asked for has a time to be asked about, and there is an index of those.
        return state == MessageState.REQUESTED ? condition + " AND sid IS NULL AND ask_at IS NOT NULL" : condition;
    }

    /** The message of this id, and its way so far. */
    public Optional<MessageHistory> history(String id) {
        return jdbc.sql(COLUMNS + " WHERE id = ?")
                .param(id)
                .query((row, number) ->
                        new Found(LedgerEntry.of(row, number), row.getString("number_hash"), row.getString("history")))
                .optional()
                .map(found -> new MessageHistory(
                        found.message(), found.numberHash(), Change.read(found.history()), checks(found)));
    }

    /** A row, before another statement needs the connection. */
    private record Found(LedgerEntry message, String numberHash, String history) {}

    private Optional<Progress> checks(Found found) {
        String id = found.message().verificationId();
        return id == null ? Optional.empty() : verifications.progress(found.numberHash(), id);
    }

    /** The message of this id. */
    public Optional<LedgerEntry> find(String id) {
        return jdbc.sql(COLUMNS + " WHERE id = ?")
                .param(id)
                .query(LedgerEntry::of)
                .optional();
    }
}
