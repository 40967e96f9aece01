package dev.ziffer.server.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sends to a number that a limit refused within an hour of the clock.
 *
 * @param limit which limit: {@code sends}, {@code wrong_tries}, {@code cooldown} or {@code installation}
 * @param phone the number, its middle hidden
 * @param country the number's country, ISO 3166-1 alpha-2
 * @param usageType what the last one was for
 * @param applicationId the application that asked for the last one
 * @param requestId our id of the last one's request
 * @param allowed how many the limit allows in a window; all of them were used
 * @param window the limit's window
 * @param times how many were refused
 */
public record LimitedSend(
        String limit,
        String phone,
        @Nullable String country,
        String usageType,
        String applicationId,
        @Nullable String requestId,
        int allowed,
        Duration window,
        int times,
        Instant firstAt,
        Instant lastAt) {

    static LimitedSend of(ResultSet row, int number) throws SQLException {
        String country = row.getString("country");
        return new LimitedSend(
                row.getString("limit_name"),
                row.getString("number_masked"),
                country.isEmpty() ? null : country,
                row.getString("usage_type"),
                row.getString("application_id"),
                row.getString("request_id"),
                row.getInt("allowed"),
                Duration.ofMillis(row.getLong("window_millis")),
                row.getInt("times"),
                Instant.ofEpochMilli(row.getLong("first_at")),
                Instant.ofEpochMilli(row.getLong("last_at")));
    }
}
