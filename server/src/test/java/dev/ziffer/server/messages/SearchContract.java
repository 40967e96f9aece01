package dev.ziffer.server.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.UsageType;
import dev.ziffer.server.RunningServer;
import dev.ziffer.verification.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How people find messages; each engine's test extends this. */
abstract class SearchContract extends LedgerFixture {

    private static final MessageSearch.Filter ALL =
            new MessageSearch.Filter(null, null, null, null, null, null, null, null, null);

    /** Copies of a message, older than it by a millisecond more each. */
    private static final String COPIES = """
            INSERT INTO message (number_hash, id, number_masked, country, usage_type, application_id, attempt,
                                 connector_id, account, code_hash, segments, state, history, created_at, updated_at, asks)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
            SELECT number_hash, substr('000000' || CAST(i AS TEXT), length(CAST(i AS TEXT)) + 1, 6) || '00000000000000000000',
                   number_masked, country, usage_type, application_id, attempt, connector_id, account, code_hash,
                   segments, 'delivered', '', created_at, updated_at, asks
              FROM message, n WHERE id = ?
            """;

    private MessageSearch search;

    SearchContract(RunningServer server) {
        super(server);
    }

    @BeforeEach
    void emptyLedger() {
        JdbcClient jdbc = server.bean(JdbcClient.class);
        jdbc.sql("DELETE FROM message").update();
        search = new MessageSearch(jdbc, ledger);
    }

    @Test
    void turnsThePagesOfAListToItsEnd() throws Exception {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofMillis(1));
            sent.addFirst(dispatch.send(order(number(), new RecordedConnector())));
        }

        MessageSearch.Page first = search.find(ALL, null, 2);
        MessageSearch.Page second = search.find(ALL, first.next(), 2);
        MessageSearch.Page third = search.find(ALL, second.next(), 2);

        assertThat(ids(first)).isEqualTo(sent.subList(0, 2));
        assertThat(ids(second)).isEqualTo(sent.subList(2, 4));
        assertThat(ids(third)).isEqualTo(sent.subList(4, 5));
        assertThat(third.next()).isNull();
        assertThat(third.searchedTo()).isNull();
    }

    @Test
    void findsByEachOfItsFilters() throws Exception {
        PhoneNumber number = number();
        Instant before = clock.instant();
        String sent = dispatch.send(order(number));
        String sid = connector.only().messageId();
        clock.advance(Duration.ofHours(1));
        connector.failWith(Failures.refused(21614));
        assertThatThrownBy(() -> dispatch.send(order(number()))).isInstanceOf(ConnectorException.class);
        String refused = ids(search.find(ALL, null, 9)).getFirst();

        assertThat(found(search.numberHash(number), null, null, null, null, null))
                .containsExactly(sent);
        assertThat(found(null, sid, null, null, null, null)).containsExactly(sent);
        assertThat(found(null, null, MessageState.SENT, null, null, null)).containsExactly(sent);
        assertThat(found(null, null, MessageState.REFUSED, null, null, null)).containsExactly(refused);
        assertThat(found(null, null, null, 21614, null, null)).containsExactly(refused);
        assertThat(found(null, null, null, 30003, null, null)).isEmpty();
        assertThat(found(null, null, null, null, before.plusSeconds(1), null)).containsExactly(refused);
        assertThat(found(null, null, null, null, null, before.plusSeconds(1))).containsExactly(sent);
        assertThat(ids(search.find(
                        new MessageSearch.Filter(null, null, null, null, null, UsageType.GENERIC, "DE", null, null),
                        null,
                        9)))
                .containsExactly(refused, sent);
        assertThat(ids(search.find(
                        new MessageSearch.Filter(null, null, null, null, null, UsageType.SIGN_IN, null, null, null),
                        null,
                        9)))
                .isEmpty();
    }

    @Test
    void looksForWhatNoIndexFindsInABoundedNumberOfMessagesAtATime() throws Exception {
        String newest = dispatch.send(order(number()));
        server.bean(JdbcClient.class)
                .sql(COPIES)
                .params(MessageSearch.WINDOW + 10, newest)
                .update();
        server.bean(JdbcClient.class)
                .sql("UPDATE message SET country = 'FJ' WHERE id LIKE '000005%'")
                .update();
        var filter = new MessageSearch.Filter(null, null, null, null, null, null, "FJ", null, null);

        MessageSearch.Page first = search.find(filter, null, 50);
        assertThat(first.entries()).isEmpty();
        assertThat(first.searchedTo()).isNotNull();
        MessageSearch.Page second = search.find(filter, first.next(), 50);
        assertThat(second.entries()).hasSize(1);
        assertThat(second.next()).isNull();
    }

    private List<String> found(
            @Nullable String number,
            @Nullable String sid,
            @Nullable MessageState state,
            @Nullable Integer error,
            @Nullable Instant from,
            @Nullable Instant until) {
        return ids(search.find(
                new MessageSearch.Filter(number, sid, null, state, error, null, null, from, until), null, 9));
    }

    private static List<String> ids(MessageSearch.Page page) {
        return page.entries().stream().map(LedgerEntry::id).toList();
    }
}
