package dev.ziffer.twilio;

import dev.ziffer.connector.Template;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that can be used.
 *
 * @param accountSid the account that sends
 * @param username who asks: the API key's SID, else the Account SID
 * @param password the API key's secret, else the auth token
 * @param messagingServiceSid the service that picks the sender; at least it or {@code from} is there
 * @param from the sender
 */
record TwilioConfig(
        String accountSid,
        String username,
        String password,
        @Nullable String messagingServiceSid,
        @Nullable String from,
        @Nullable String region,
        @Nullable String edge,
        boolean disableRiskCheck,
        List<Template> templates) {

    /** The origin of Twilio's product {@code api} for this account. */
    URI api(TwilioHosts hosts) {
        return hosts.origin("api", region, edge, accountSid);
    }

    /** The value of the Authorization header (RFC 7617). */
    String authorization() {
        byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** Which account; nothing secret. */
    @Override
    public String toString() {
        return "TwilioConfig[" + accountSid + "]";
    }
}
