package dev.ziffer.acceptance.chaos;

import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Wait;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The ledger's time. A message in doubt is asked about after 5, 30 and 120 seconds, and one whose server died after 60;
 * nobody waits for that here: an hour passes for the messages in doubt by moving their stored times back.
 */
final class Clockwork {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final String PASS = """
            UPDATE message
               SET created_at = created_at - ?, updated_at = updated_at - ?, ask_at = ask_at - ?
             WHERE ask_at IS NOT NULL AND sid IS NULL
            """;

    private final Database database;

    Clockwork(Database database) {
        this.database = database;
    }

    /** Lets an hour pass for a message, and returns when the provider has been asked about it. */
    void letItBeAsked(String id) throws Exception {
        String asks = asks(id);
        pass("AND id = ?", id);
        Wait.until("the provider is asked about the message", () -> !asks(id).equals(asks));
    }

    /** Lets hour after hour pass until no message is in doubt. */
    void letAllBeSettled() throws Exception {
        Wait.until("no message is in doubt", () -> {
            boolean due = !database.column(
                            "SELECT id FROM message WHERE sid IS NULL AND ask_at <= ?", System.currentTimeMillis())
                    .isEmpty();
            return !due && pass("") == 0;
        });
    }

    private int pass(String which, Object... parameters) throws SQLException {
        long hour = HOUR.toMillis();
        List<Object> all = new ArrayList<>(List.of(hour, hour, hour));
        all.addAll(List.of(parameters));
        return database.update(PASS + which, all.toArray());
    }

    /** How often it was asked in vain, or what came of it in the end. */
    private String asks(String id) throws SQLException {
        return database.column(
                        "SELECT CASE WHEN ask_at IS NULL OR sid IS NOT NULL THEN state ELSE CAST(asks AS TEXT) END FROM message WHERE id = ?",
                        id)
                .getFirst();
    }
}
