package dev.ziffer.twilio;

import dev.ziffer.connector.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that can be used.
 *
 * @param credentials who sends
 * @param messagingServiceSid the service that picks the sender; at least it or {@code from} is there
 * @param from the sender
 */
record TwilioConfig(
        Credentials credentials,
        @Nullable String messagingServiceSid,
        @Nullable String from,
        boolean disableRiskCheck,
        List<Template> templates) {

    /** Which account; nothing secret. */
    @Override
    public String toString() {
        return "TwilioConfig[" + credentials.accountSid() + "]";
    }
}
