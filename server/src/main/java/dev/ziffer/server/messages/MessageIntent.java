package dev.ziffer.server.messages;

import dev.ziffer.connector.UsageType;
import dev.ziffer.verification.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A message that is about to be sent. The ledger keeps a keyed hash of the code and nothing of the text.
 *
 * @param number who receives it
 * @param usageType what it is for
 * @param locale the language asked for, as BCP 47 writes it
 * @param applicationId the application that asked for it
 * @param verificationId the verification whose code it carries; none for a test
 * @param attempt which send of this verification it is, from one
 * @param connectorId the connector that sends it
 * @param code the digits in it
 * @param body the rendered text
 */
record MessageIntent(
        PhoneNumber number,
        UsageType usageType,
        @Nullable String locale,
        String applicationId,
        @Nullable String verificationId,
        int attempt,
        String connectorId,
        String code,
        String body) {

    /** Neither the number nor the code. */
    @Override
    public String toString() {
        return "MessageIntent[" + usageType + ", attempt " + attempt + "]";
    }
}
