package dev.ziffer.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Who asks Twilio, and where.
 *
 * @param accountSid the account that it is about
 * @param username who asks: the API key's SID, else the Account SID
 * @param password the API key's secret, else the auth token
 * @param region where the account's data is kept; null for Twilio's default
 * @param edge where Twilio's network is entered; null for Twilio's default
 */
record Credentials(
        String accountSid,
        String username,
        String password,
        @Nullable String region,
        @Nullable String edge) {

    /** The region of hosts that name none. */
    static final String FIRST_REGION = "us1";

    /** The origin of one of Twilio's products for this account. */
    URI origin(TwilioHosts hosts, String product) {
        return hosts.origin(product, region, edge, accountSid);
    }

    /** Whether it is an API key that asks. */
    boolean ofKey() {
        return !username.equals(accountSid);
    }

    /** Whether they are for a region that is not Twilio's default; those of one region are unknown in the others. */
    boolean ofOtherRegion() {
        return region != null && !region.equals(FIRST_REGION);
    }

    /** The value of the Authorization header (RFC 7617). */
    String authorization() {
        byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** Which account; nothing secret. */
    @Override
    public String toString() {
        return "Credentials[" + accountSid + "]";
    }
}
