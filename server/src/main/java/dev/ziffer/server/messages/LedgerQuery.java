package dev.ziffer.server.messages;

import dev.ziffer.verification.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ledger, newest first. */
@Component
final class LedgerQuery {

    private static final String COLUMNS = """
            SELECT id, state, error_code, sid, number_masked, country, usage_type, locale, application_id, connector_id,
                   verification_id, attempt, segments, request_id, provider_request_id, created_at, updated_at
              FROM message
            """;

    private final JdbcClient jdbc;
    private final Ledger ledger;

    LedgerQuery(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** Which messages; null is all. */
    record Filter(
            @Nullable PhoneNumber number,
            @Nullable MessageState state,
            @Nullable Integer errorCode) {}

    /** Some messages, and how many there are in all. */
    record Page(List<LedgerEntry> entries, int total) {}

    Page find(Filter filter, int limit, int offset) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (filter.number() != null) {
            conditions.add("number_hash = ?");
            values.add(ledger.numberHash(filter.number()));
        }
        if (filter.state() != null) {
            conditions.add("state = ?");
            values.add(filter.state().wireName());
        }
        if (filter.errorCode() != null) {
            conditions.add("error_code = ?");
            values.add(filter.errorCode());
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        int total = jdbc.sql("SELECT count(*) FROM message" + where)
                .params(values)
                .query(Integer.class)
                .single();
        List<LedgerEntry> entries = jdbc.sql(COLUMNS + where + " ORDER BY id DESC LIMIT ? OFFSET ?")
                .params(values)
                .param(limit)
                .param(offset)
                .query(LedgerEntry::of)
                .list();
        return new Page(entries, total);
    }

    Optional<LedgerEntry> find(String id) {
        return jdbc.sql(COLUMNS + " WHERE id = ?")
                .param(id)
                .query(LedgerEntry::of)
                .optional();
    }
}
