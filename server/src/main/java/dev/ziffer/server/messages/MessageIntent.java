package dev.ziffer.server.messages;

import dev.ziffer.connector.UsageType;
import dev.ziffer.verification.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A message that is about to be sent. Of the text there is nothing but its length in segments.
 *
 * @param number who receives it
 * @param usageType what it is for
 * @param locale the language asked for, as BCP 47 writes it
 * @param applicationId the application that asked for it
 * @param connectorId the connector that sends it
 * @param account the provider's account that sends it, as a hash
 * @param segments how many messages the network makes of it
 */
record MessageIntent(
        PhoneNumber number,
        UsageType usageType,
        @Nullable String locale,
        String applicationId,
        String connectorId,
        String account,
        int segments) {}
