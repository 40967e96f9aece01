package dev.ziffer.server.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A message as the API shows it.
 *
 * @param id its id
 * @param state what is known of it; see {@link MessageState}
 * @param errorCode Twilio's code for what went wrong
 * @param twilioSid Twilio's id for it
 * @param phone the number, its middle hidden
 * @param country the number's country, ISO 3166-1 alpha-2
 * @param usageType what it was for
 * @param locale the language asked for
 * @param applicationId the application that asked for it
 * @param connectorId the connector it went through
 * @param verificationId the verification whose code it carried
 * @param attempt which send of that verification it was, from one
 * @param segments how many SMS it took
 * @param price what Twilio charges, a decimal number; null while that is not known
 * @param priceUnit the currency of the price, ISO 4217
 * @param requestId our id of the request that asked for it
 * @param twilioRequestId Twilio's id of our request, for its support
 * @param createdAt when it was asked for, in milliseconds since 1970
 * @param updatedAt when its state last changed, in milliseconds since 1970
 */
public record LedgerEntry(
        String id,
        String state,
        @Nullable Integer errorCode,
        @Nullable String twilioSid,
        String phone,
        @Nullable String country,
        String usageType,
        @Nullable String locale,
        String applicationId,
        String connectorId,
        @Nullable String verificationId,
        int attempt,
        int segments,
        @Nullable String price,
        @Nullable String priceUnit,
        @Nullable String requestId,
        @Nullable String twilioRequestId,
        long createdAt,
        long updatedAt) {

    static LedgerEntry of(ResultSet rows, int number) throws SQLException {
        int error = rows.getInt("error_code");
        Integer errorCode = rows.wasNull() ? null : error;
        String country = rows.getString("country");
        return new LedgerEntry(
                rows.getString("id"),
                rows.getString("state"),
                errorCode,
                rows.getString("sid"),
                rows.getString("number_masked"),
                country.isEmpty() ? null : country,
                rows.getString("usage_type"),
                rows.getString("locale"),
                rows.getString("application_id"),
                rows.getString("connector_id"),
                rows.getString("verification_id"),
                rows.getInt("attempt"),
                rows.getInt("segments"),
                rows.getString("price"),
                rows.getString("price_unit"),
                rows.getString("request_id"),
                rows.getString("provider_request_id"),
                rows.getLong("created_at"),
                rows.getLong("updated_at"));
    }
}
