package dev.ziffer.server.messages;

import dev.ziffer.connector.UsageType;
import dev.ziffer.verification.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Searches the ledger for people, newest first, page by page. What an index finds is found however old it is. Anything
 * else is looked for in a bounded number of messages at a time, so that no search reads the whole ledger and no send
 * pays for an index that few searches use.
 */
@Component
public final class MessageSearch {

    /** How many messages one page is looked for in. */
    static final int WINDOW = 20_000;

    /** States that few messages stay in, and that an index finds; see the table's definition. */
    private static final Set<MessageState> RARE = Set.of(
            MessageState.REFUSED,
            MessageState.NOT_SENT,
            MessageState.UNKNOWN,
            MessageState.SCHEDULED,
            MessageState.UNDELIVERED,
            MessageState.FAILED,
            MessageState.CANCELED,
            MessageState.READ);

    private static final String END_OF_WINDOW =
            "SELECT id FROM message WHERE id < ? AND id >= ? ORDER BY id DESC LIMIT 1 OFFSET ?";

    /** Greater than every id, in whatever order the database's language puts letters. */
    private static final String LAST = "ZZZZZZZZZZZZZZZZZZZZZZZZZZZ";

    private final JdbcClient jdbc;
    private final Ledger ledger;

    MessageSearch(JdbcClient jdbc, Ledger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /**
     * Which messages; null is all.
     *
     * @param numberHash those to a number, by {@link #numberHash}
     * @param from those asked for then or later
     * @param until those asked for before
     */
    public record Filter(
            @Nullable String numberHash,
            @Nullable String sid,
            @Nullable String requestId,
            @Nullable MessageState state,
            @Nullable Integer error,
            @Nullable UsageType usageType,
            @Nullable String country,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * Some messages.
     *
     * @param next what the next page is before; null at the end
     * @param searchedTo how far back was looked; null when the page is full or the end was reached
     */
    public record Page(
            List<LedgerEntry> entries,
            @Nullable String next,
            @Nullable Instant searchedTo) {}

    /** How the ledger knows a number. */
    public String numberHash(PhoneNumber number) {
        return ledger.numberHash(number);
    }

    /**
     * The newest messages before one.
     *
     * @param before the {@link Page#next} of the page before; null for the first
     * @param most how many at most
     */
    public Page find(Filter filter, @Nullable String before, int most) {
        String from = filter.from() == null ? "" : MessageId.lowestAt(filter.from());
        String until = filter.until() == null ? LAST : MessageId.lowestAt(filter.until());
        String upper = before == null || before.compareTo(until) > 0 ? until : before;
        Conditions conditions = new Conditions(filter);
        if (conditions.indexed() || conditions.none()) {
            return page(
                    LedgerQuery.COLUMNS + " WHERE id < ? AND id >= ?" + conditions.sql(),
                    upper,
                    from,
                    conditions,
                    most);
        }
        Page page = page(
                LedgerQuery.COLUMNS + " WHERE id < ? AND id >= ? ORDER BY id DESC LIMIT " + WINDOW,
                upper,
                from,
                conditions,
                most);
        if (page.next() != null) {
            return page;
        }
        return jdbc.sql(END_OF_WINDOW)
                .params(upper, from, WINDOW - 1)
                .query(String.class)
                .optional()
                .map(end -> new Page(page.entries(), end, MessageId.timeOf(end)))
                .orElse(page);
    }

    private Page page(String source, String upper, String from, Conditions conditions, int most) {
        String sql = conditions.indexed() || conditions.none()
                ? source
                : "SELECT * FROM (" + source + ") AS recent WHERE TRUE" + conditions.sql();
        List<LedgerEntry> found = jdbc.sql(sql + " ORDER BY id DESC LIMIT ?")
                .param(upper)
                .param(from)
                .params(conditions.values())
                .param(most + 1)
                .query(LedgerEntry::of)
                .list();
        return found.size() > most
                ? new Page(
                        List.copyOf(found.subList(0, most)), found.get(most - 1).id(), null)
                : new Page(found, null, null);
    }

    /** A filter as SQL: conditions that follow others, and the values of their parameters. */
    private static final class Conditions {

        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private final boolean indexed;

        Conditions(Filter filter) {
            add("number_hash = ?", filter.numberHash());
            add("sid = ?", filter.sid());
            add("request_id = ?", filter.requestId());
            add("error_code = ?", filter.error());
            add(
                    "usage_type = ?",
                    filter.usageType() == null ? null : filter.usageType().wireName());
            add("country = ?", filter.country());
            boolean inFlight = filter.state() == MessageState.REQUESTED;
            if (filter.state() != null) {
                // Literally, since a partial index is for what is known when the statement is planned.
                conditions.add("state = '" + filter.state().wireName() + "'");
            }
            if (inFlight) {
                conditions.add("sid IS NULL AND ask_at IS NOT NULL");
            }
            this.indexed = filter.numberHash() != null
                    || filter.sid() != null
                    || filter.error() != null
                    || inFlight
                    || (filter.state() != null && RARE.contains(filter.state()));
        }

        private void add(String condition, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                values.add(value);
            }
        }

        boolean none() {
            return conditions.isEmpty();
        }

        boolean indexed() {
            return indexed;
        }

        String sql() {
            return conditions.stream().map(condition -> " AND " + condition).collect(Collectors.joining());
        }

        List<Object> values() {
            return values;
        }
    }
}
