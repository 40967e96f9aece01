package dev.ziffer.server.messages;

import dev.ziffer.connector.Money;
import dev.ziffer.connector.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The ledger's record of how far messages are. A state only ever takes the place of an earlier one, by one statement, so
 * that reports may come twice, late and in any order, on any server.
 */
@Component
final class Statuses {

    /** Longer than a round's askings take if every one of them meets its deadline. */
    static final Duration LEASE = Duration.ofMinutes(2);

    static final String TAKE_DUE = """
            UPDATE message
               SET ask_at = ?
             WHERE ask_at <= ? AND sid IS NOT NULL
               AND (number_hash, id) IN
                   (SELECT number_hash, id FROM message WHERE ask_at <= ? AND sid IS NOT NULL ORDER BY ask_at LIMIT ?)
            RETURNING number_hash, id, sid, account, state, price, updated_at
            """;

    private static final String ADVANCE = """
            UPDATE message
               SET state = ?, history = history || ?, error_code = COALESCE(?, error_code),
                   segments = CASE WHEN ? > 0 THEN ? ELSE segments END,
                   price = COALESCE(?, price), price_unit = COALESCE(?, price_unit), ask_at = ?, updated_at = ?
             WHERE number_hash = ? AND id = ? AND sid = ? AND state IN
            """;

    /** By the lease, so that whoever changed the row since has the last word on when it is asked about. */
    private static final String KEEP = """
            UPDATE message
               SET segments = CASE WHEN ? > 0 THEN ? ELSE segments END,
                   price = COALESCE(?, price), price_unit = COALESCE(?, price_unit), ask_at = ?
             WHERE number_hash = ? AND id = ? AND ask_at = ?
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Statuses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The messages that are due to be asked about, the longest due first, for this server alone until a lease ends. */
    List<Followed> takeDue(int most) {
        long now = clock.millis();
        long until = now + LEASE.toMillis();
        return jdbc.sql(TAKE_DUE)
                .param(until)
                .param(now)
                .param(now)
                .param(most)
                .query((rows, _) -> new Followed(
                        new Ledger.Row(rows.getString("number_hash"), rows.getString("id")),
                        rows.getString("sid"),
                        rows.getString("account"),
                        MessageState.of(rows.getString("state")).orElseThrow(),
                        rows.getString("price") != null,
                        Instant.ofEpochMilli(rows.getLong("updated_at")),
                        Instant.ofEpochMilli(until)))
                .list();
    }

    /**
     * Records what the provider says of a message now, and when it is asked next.
     *
     * @return whether the state changed
     */
    boolean told(Followed message, Receipt receipt) {
        MessageState state = MessageState.of(receipt.status());
        boolean priced = message.priced() || receipt.price() != null;
        Instant now = clock.instant();
        if (message.state().precedes(state)) {
            Instant changedAt = changedAt(message, receipt, now);
            if (advance(message, state, receipt, FollowUp.next(state, priced, changedAt, now), changedAt)) {
                return true;
            }
        }
        keep(message, receipt, FollowUp.next(message.state(), priced, message.changedAt(), now));
        return false;
    }

    /** The provider could not be asked; it is asked another time, up to a day after the last change. */
    void notTold(Followed message) {
        keep(
                message,
                null,
                FollowUp.afterFailure(message.state(), message.priced(), message.changedAt(), clock.instant()));
    }

    /** The provider has no such message any more; it stays as it is. */
    void leave(Followed message) {
        keep(message, null, null);
    }

    /** The provider's time of the change, where it says one that can be: askings come later than what they tell. */
    private static Instant changedAt(Followed message, Receipt receipt, Instant now) {
        Instant told = receipt.changedAt();
        if (told == null || told.isAfter(now)) {
            return now;
        }
        return told.isBefore(message.changedAt()) ? message.changedAt() : told;
    }

    private boolean advance(
            Followed message, MessageState state, Receipt receipt, @Nullable Instant askAt, Instant changedAt) {
        return jdbc.sql(ADVANCE + listed(state.earlier()))
                        .param(state.wireName())
                        .param(new Change(state, changedAt).written())
                        .param(
                                receipt.errorCode().isPresent()
                                        ? receipt.errorCode().getAsInt()
                                        : null)
                        .param(receipt.segments())
                        .param(receipt.segments())
                        .param(amount(receipt))
                        .param(currency(receipt))
                        .param(millis(askAt))
                        .param(changedAt.toEpochMilli())
                        .param(message.row().numberHash())
                        .param(message.row().id())
                        .param(message.sid())
                        .update()
                > 0;
    }

    private static String listed(List<MessageState> states) {
        return states.stream().map(state -> "'" + state.wireName() + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    private void keep(Followed message, @Nullable Receipt receipt, @Nullable Instant askAt) {
        int segments = receipt == null ? 0 : receipt.segments();
        jdbc.sql(KEEP)
                .param(segments)
                .param(segments)
                .param(amount(receipt))
                .param(currency(receipt))
                .param(millis(askAt))
                .param(message.row().numberHash())
                .param(message.row().id())
                .param(message.leasedUntil().toEpochMilli())
                .update();
    }

    private static @Nullable String amount(@Nullable Receipt receipt) {
        Money price = receipt == null ? null : receipt.price();
        return price == null ? null : price.amount().toPlainString();
    }

    private static @Nullable String currency(@Nullable Receipt receipt) {
        Money price = receipt == null ? null : receipt.price();
        return price == null ? null : price.currency();
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
