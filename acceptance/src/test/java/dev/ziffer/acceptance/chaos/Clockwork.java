package dev.ziffer.acceptance.chaos;

import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Wait;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The ledger's time. A message in doubt is asked about after 5, 30 and 120 seconds, and one whose server died after 60;
 * nobody waits for that here: an hour passes for the messages in doubt by moving their stored times back.
 */
final class Clockwork {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final String PASS = """
            UPDATE message
               SET created_at = created_at - ?, updated_at = updated_at - ?, ask_at = ask_at - ?
             WHERE id = ? AND ask_at IS NOT NULL
            """;

    private final Database database;

    Clockwork(Database database) {
        this.database = database;
    }

    /** Lets an hour pass for a message, and returns when the provider has been asked about it. */
    void letItBeAsked(String id) throws Exception {
        String asks = asks(id);
        long hour = HOUR.toMillis();
        database.update(PASS, hour, hour, hour, id);
        Wait.until("the provider is asked about the message", () -> !asks(id).equals(asks));
    }

    /** How often it was asked in vain, or what came of it in the end. */
    private String asks(String id) throws SQLException {
        return database.column(
                        "SELECT CASE WHEN ask_at IS NULL THEN state ELSE CAST(asks AS TEXT) END FROM message WHERE id = ?",
                        id)
                .getFirst();
    }
}
