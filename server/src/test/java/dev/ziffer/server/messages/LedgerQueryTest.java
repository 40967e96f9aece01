package dev.ziffer.server.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.server.RunningServer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

final class LedgerQueryTest {

    @AutoClose
    private static final RunningServer server = RunningServer.onSqlite();

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REQUESTED", "ACCEPTED", "QUEUED", "SENDING", "SENT", "DELIVERED"})
    void findsWhatIsRareWithoutReadingTheWholeLedger(MessageState state) {
        assertThat(plan(state, null)).contains("message_state (state=?)");
    }

    @Test
    void findsWhatIsUnderWayWithoutReadingTheWholeLedger() {
        assertThat(plan(MessageState.REQUESTED, null)).contains("message_ask");
    }

    @Test
    void findsAnErrorWithoutReadingTheWholeLedger() {
        assertThat(plan(null, 30_003)).contains("message_error (error_code=?)");
    }

    @Test
    void findsWhatIsToBeAskedAboutWithoutReadingTheWholeLedger() {
        List<String> steps = server.bean(JdbcClient.class)
                .sql("EXPLAIN QUERY PLAN " + Statuses.TAKE_DUE)
                .params(1, 1, 1, 1)
                .query((row, _) -> row.getString("detail"))
                .list();

        assertThat(steps)
                .anyMatch(step -> step.contains("message_follow"))
                .noneMatch(step -> step.equals("SCAN message"));
    }

    @Test
    void findsAPageOfANumbersMessagesByTheNumber() {
        List<String> steps = server.bean(JdbcClient.class)
                .sql("EXPLAIN QUERY PLAN " + LedgerQuery.COLUMNS
                        + " WHERE id < ? AND id >= ? AND number_hash = ? ORDER BY id DESC LIMIT 51")
                .params("~", "", "hash")
                .query((row, _) -> row.getString("detail"))
                .list();

        assertThat(steps).singleElement().asString().contains("number_hash=?");
    }

    /** How SQLite counts the messages of a list. */
    private static String plan(@Nullable MessageState state, @Nullable Integer error) {
        LedgerQuery.Where where = server.bean(LedgerQuery.class).where(new LedgerQuery.Filter(null, state, error));
        List<String> steps = server.bean(JdbcClient.class)
                .sql("EXPLAIN QUERY PLAN SELECT count(*) FROM message" + where.sql())
                .params(where.values())
                .query((row, _) -> row.getString("detail"))
                .list();
        return String.join("\n", steps);
    }
}
