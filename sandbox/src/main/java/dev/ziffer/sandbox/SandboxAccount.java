package dev.ziffer.sandbox;

import java.util.Map;
import java.util.Set;

/**
 * A Twilio account that the sandbox serves.
 *
 * @param sid the Account SID, {@code AC} and 32 hexadecimal digits
 * @param authToken the password of the account's own Basic authentication
 * @param apiKeys secrets by API key SID ({@code SK…}); each pair authenticates for this account
 * @param messagingServices the SIDs ({@code MG…}) of the account's Messaging Services
 */
public record SandboxAccount(String sid, String authToken, Map<String, String> apiKeys, Set<String> messagingServices) {

    private static final String ZEROS = "0".repeat(32);

    /**
     * The account that exists without configuration. Each of its SIDs and secrets is the usual prefix and 32 zeros:
     * public and worth nothing.
     */
    public static final SandboxAccount DEFAULT =
            new SandboxAccount("AC" + ZEROS, ZEROS, Map.of("SK" + ZEROS, ZEROS), Set.of("MG" + ZEROS));

    /** Copies the collections. */
    public SandboxAccount {
        apiKeys = Map.copyOf(apiKeys);
        messagingServices = Set.copyOf(messagingServices);
    }

    /** The account's SID alone. */
    @Override
    public String toString() {
        return sid;
    }
}
