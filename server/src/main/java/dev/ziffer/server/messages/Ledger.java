package dev.ziffer.server.messages;

import dev.ziffer.connector.Money;
import dev.ziffer.connector.Receipt;
import dev.ziffer.server.keys.Keys;
import dev.ziffer.verification.KeyedHash;
import dev.ziffer.verification.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of every message: written before the provider is called, settled by its answer, and put right
 * by asking the provider when there was none. It never holds a text or a code, and a whole number only
 * encrypted and only until the message is settled.
 */
@Component
final class Ledger {

    /** How old an intent without an answer is when the server that wrote it is taken to be gone. */
    static final Duration ABANDONED_AFTER = Duration.ofSeconds(60);

    /** How long one server has for asking about a message before another may. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** How long after an unknown outcome the provider is asked, and asked again. */
    static final List<Duration> ASK_AFTER =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(120));

    /** The longest wait between two askings that fail. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private static final String INTEND = """
            INSERT INTO message (number_hash, id, number_masked, number_sealed, country, usage_type, locale,
                                 application_id, verification_id, attempt, connector_id, code_hash, segments,
                                 state, history, request_id, created_at, updated_at, asks, ask_at, account)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'requested', '', ?, ?, ?, 0, ?, ?)
            """;

    /** What is settled stays: an answer that comes after the asking found the message changes nothing. */
    private static final String SETTLE = """
            UPDATE message
               SET state = ?, history = history || ?, sid = ?, error_code = ?, provider_request_id = ?,
                   segments = CASE WHEN ? > 0 THEN ? ELSE segments END,
                   price = ?, price_unit = ?, number_sealed = NULL, ask_at = ?, updated_at = ?
             WHERE number_hash = ? AND id = ? AND state IN ('requested', 'unknown')
            """;

    private static final String DOUBT = """
            UPDATE message
               SET state = 'unknown', history = CASE WHEN state = 'requested' THEN history || ? ELSE history END,
                   asks = ?, ask_at = ?, updated_at = ?
             WHERE number_hash = ? AND id = ? AND state IN ('requested', 'unknown')
            """;

    private static final String TAKE_DUE = """
            UPDATE message
               SET ask_at = ?
             WHERE ask_at <= ? AND sid IS NULL
               AND (number_hash, id) IN
                   (SELECT number_hash, id FROM message WHERE ask_at <= ? AND sid IS NULL ORDER BY ask_at LIMIT ?)
            RETURNING number_hash, id, number_sealed, code_hash, account, created_at, asks
            """;

    private static final String ABANDON = """
            UPDATE message
               SET state = 'unknown', history = CASE WHEN state = 'requested' THEN history || ? ELSE history END,
                   number_sealed = NULL, ask_at = NULL, updated_at = ?
             WHERE number_hash = ? AND id = ? AND state IN ('requested', 'unknown')
            """;

    private static final String COUNT_SID = "SELECT count(*) FROM message WHERE sid = ?";

    private static final String COUNT_SINCE = "SELECT count(*) FROM message WHERE id >= ? AND state <> 'not_sent'";

    private static final String FORGET = "DELETE FROM message WHERE id < ? AND (ask_at IS NULL OR sid IS NOT NULL)";

    /** What in a text can be a code. */
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9]{4,10}(?![0-9])");

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Clock clock;

    Ledger(JdbcClient jdbc, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** What a ledger row is found by. */
    record Row(String numberHash, String id) {}

    /** A message whose outcome is to be asked for. */
    record Doubtful(Row row, String number, String codeHash, String account, Instant createdAt, int asks) {}

    /**
     * A row that is about to be written: all that can be known before the transaction is begun, which others may be
     * waiting for.
     */
    record Draft(Row row, MessageIntent intent, String numberMasked, String numberSealed, String country) {}

    /** The row of a message that is intended now. */
    Draft draft(MessageIntent intent) {
        PhoneNumber number = intent.number();
        String id = MessageId.at(clock.instant());
        return new Draft(
                new Row(numberHash(number), id),
                intent,
                number.masked(),
                keys.seal(number.e164(), sealContext(id)),
                number.region().orElse(""));
    }

    String numberHash(PhoneNumber number) {
        return KeyedHash.ofNumber(keys.phoneIndex(), number);
    }

    /**
     * Writes an intent, in the transaction that {@code connection} is in.
     *
     * @param verificationId the verification whose code it carries; none for a test
     * @param attempt which send of this verification it is, from one
     * @param code the digits in it, of which the ledger keeps a keyed hash
     */
    void intend(Connection connection, Draft draft, @Nullable String verificationId, int attempt, String code)
            throws SQLException {
        long now = clock.millis();
        Row row = draft.row();
        MessageIntent intent = draft.intent();
        try (PreparedStatement insert = connection.prepareStatement(INTEND)) {
            insert.setString(1, row.numberHash());
            insert.setString(2, row.id());
            insert.setString(3, draft.numberMasked());
            insert.setString(4, draft.numberSealed());
            insert.setString(5, draft.country());
            insert.setString(6, intent.usageType().wireName());
            insert.setString(7, intent.locale());
            insert.setString(8, intent.applicationId());
            insert.setString(9, verificationId);
            insert.setInt(10, attempt);
            insert.setString(11, intent.connectorId());
            insert.setString(12, codeHash(row.id(), code));
            insert.setInt(13, intent.segments());
            insert.setString(14, MDC.get("requestId"));
            insert.setLong(15, now);
            insert.setLong(16, now);
            insert.setLong(17, now + ABANDONED_AFTER.toMillis());
            insert.setString(18, intent.account());
            insert.executeUpdate();
        }
    }

    /** Records that the provider has the message, and when it is asked how far it is. */
    void accepted(Row row, Receipt receipt) {
        Instant now = clock.instant();
        MessageState state = MessageState.of(receipt.status());
        Money price = receipt.price();
        settle(
                row,
                state,
                receipt.messageId(),
                receipt.errorCode().isPresent() ? receipt.errorCode().getAsInt() : null,
                receipt.requestId(),
                receipt.segments(),
                price,
                FollowUp.next(state, price != null, now, now));
    }

    /** Records that the provider will not send the message. */
    void refused(Row row, @Nullable Integer errorCode, @Nullable String providerRequestId) {
        settle(row, MessageState.REFUSED, null, errorCode, providerRequestId, 0, null, null);
    }

    /** Records that the message was certainly not sent. */
    void notSent(Row row) {
        settle(row, MessageState.NOT_SENT, null, null, null, 0, null, null);
    }

    private void settle(
            Row row,
            MessageState state,
            @Nullable String sid,
            @Nullable Integer errorCode,
            @Nullable String providerRequestId,
            int segments,
            @Nullable Money price,
            @Nullable Instant askAt) {
        Instant now = clock.instant();
        jdbc.sql(SETTLE)
                .param(state.wireName())
                .param(new Change(state, now).written())
                .param(sid)
                .param(errorCode)
                .param(providerRequestId)
                .param(segments)
                .param(segments)
                .param(price == null ? null : price.amount().toPlainString())
                .param(price == null ? null : price.currency())
                .param(askAt == null ? null : askAt.toEpochMilli())
                .param(now.toEpochMilli())
                .param(row.numberHash())
                .param(row.id())
                .update();
    }

    /** Records that the message may have been sent, and when the provider is asked next. */
    void doubt(Row row, int asks) {
        doubt(row, asks, ASK_AFTER.get(Math.min(asks, ASK_AFTER.size() - 1)));
    }

    /** Leaves the message in doubt after an asking that did not reach the provider: the older, the longer. */
    void askAgain(Doubtful message) {
        Duration age = Duration.between(message.createdAt(), clock.instant());
        Duration wait = Collections.max(List.of(ASK_AFTER.getFirst(), Collections.min(List.of(age, LONGEST_WAIT))));
        doubt(message.row(), message.asks(), wait);
    }

    private void doubt(Row row, int asks, Duration wait) {
        Instant now = clock.instant();
        jdbc.sql(DOUBT)
                .param(new Change(MessageState.UNKNOWN, now).written())
                .param(asks)
                .param(now.plus(wait).toEpochMilli())
                .param(now.toEpochMilli())
                .param(row.numberHash())
                .param(row.id())
                .update();
    }

    /** Records that nobody is left who could be asked about the message. */
    void abandon(Row row) {
        Instant now = clock.instant();
        jdbc.sql(ABANDON)
                .param(new Change(MessageState.UNKNOWN, now).written())
                .param(now.toEpochMilli())
                .param(row.numberHash())
                .param(row.id())
                .update();
    }

    /** The messages that are due to be asked about, for this server alone until a lease ends. */
    List<Doubtful> takeDue(int most) {
        long now = clock.millis();
        return jdbc.sql(TAKE_DUE)
                .param(now + LEASE.toMillis())
                .param(now)
                .param(now)
                .param(most)
                .query((rows, number) -> {
                    var row = new Row(rows.getString("number_hash"), rows.getString("id"));
                    return new Doubtful(
                            row,
                            keys.open(rows.getString("number_sealed"), sealContext(row.id())),
                            rows.getString("code_hash"),
                            rows.getString("account"),
                            Instant.ofEpochMilli(rows.getLong("created_at")),
                            rows.getInt("asks"));
                })
                .list();
    }

    /**
     * Takes {@code receipt} for the doubtful message if its text has the code and no other message has its SID. The code
     * alone, since the provider may have changed the rest: it puts words before what a trial account sends, and
     * replaces characters that cost more.
     *
     * @return whether it was taken
     */
    boolean recognise(Doubtful message, Receipt receipt) {
        boolean hasCode = DIGITS.matcher(receipt.body())
                .results()
                .anyMatch(digits -> codeHash(message.row().id(), digits.group()).equals(message.codeHash()));
        if (!hasCode) {
            return false;
        }
        if (jdbc.sql(COUNT_SID).param(receipt.messageId()).query(Integer.class).single() > 0) {
            return false;
        }
        try {
            accepted(message.row(), receipt);
            return true;
        } catch (DuplicateKeyException takenMeanwhile) {
            return false;
        }
    }

    /** How many messages were asked for within {@code age} and not certainly left unsent. */
    int countSince(Duration age) {
        return jdbc.sql(COUNT_SINCE)
                .param(MessageId.lowestAt(clock.instant().minus(age)))
                .query(Integer.class)
                .single();
    }

    /** Deletes what is older than {@code age} and settled. */
    int forgetOlderThan(Duration age) {
        return jdbc.sql(FORGET)
                .param(MessageId.lowestAt(clock.instant().minus(age)))
                .update();
    }

    private String codeHash(String id, String code) {
        return keys.keyedHash("ledger-code", (id + '/' + code).getBytes(StandardCharsets.US_ASCII));
    }

    private static String sealContext(String id) {
        return "message/" + id;
    }
}
