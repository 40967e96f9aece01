package dev.ziffer.server.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator can set, checked.
 *
 * @param port the server's port; 0 is any free one
 * @param address the address to listen on
 * @param publicUrl how browsers and Twilio reach the server, and the issuer of its tokens
 * @param trustedProxies whose forwarding headers are believed; none by default
 * @param dataDir the folder of the SQLite file and of the keys
 * @param database where everything is kept
 * @param masterKey the key that opens the keysets, when it is given and not kept in {@code dataDir}
 * @param sandbox whether the stand-in for Twilio runs in this server
 * @param sandboxPort the sandbox's port, on loopback; 0 is any free one
 * @param twilioApiUrl one origin in place of all of Twilio's own hosts
 * @param managementClient the first application, when it is given and not made at the first start
 * @param maxSends how many messages the installation sends in ten minutes; 0 is no limit
 * @param metricsPort Prometheus's port, on loopback; 0 is any free one
 * @param retention how long the ledger keeps messages
 */
public record Settings(
        int port,
        InetAddress address,
        PublicUrl publicUrl,
        List<AddressRange> trustedProxies,
        Path dataDir,
        Database database,
        Optional<MasterKey> masterKey,
        boolean sandbox,
        int sandboxPort,
        Optional<URI> twilioApiUrl,
        Optional<ManagementClient> managementClient,
        int maxSends,
        int metricsPort,
        Duration retention) {

    public Settings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    /**
     * Reads the settings from environment variables. An empty variable is one that is not set.
     *
     * @throws SettingsException for the first wrong value
     */
    public static Settings from(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        int port = variables.integer("PORT", 8080, 0, 65_535);
        PublicUrl publicUrl = publicUrl(variables, port);
        Path dataDir = variables.path("DATA_DIR", "data");
        Database database = Database.from(variables, dataDir);
        boolean sandbox = variables.bool("SANDBOX", false);
        if (sandbox && !publicUrl.loopback()) {
            throw new SettingsException("ZIFFER_SANDBOX is true while ZIFFER_PUBLIC_URL (" + publicUrl
                    + ") is not on this machine: set ZIFFER_SANDBOX=false, since the sandbox sends no SMS");
        }
        return new Settings(
                port,
                variables.address("ADDRESS", publicUrl.loopback() ? "127.0.0.1" : "0.0.0.0"),
                publicUrl,
                variables.list("TRUSTED_PROXIES", AddressRange::of),
                dataDir,
                database,
                masterKey(variables, database),
                sandbox,
                variables.integer("SANDBOX_PORT", 8081, 0, 65_535),
                variables
                        .find("TWILIO_API_URL")
                        .map(value ->
                                PublicUrl.of("ZIFFER_TWILIO_API_URL", value).uri()),
                ManagementClient.from(variables, database),
                variables.integer("MAX_SENDS", 1_000, 0, 1_000_000),
                variables.integer("METRICS_PORT", 8082, 0, 65_535),
                Duration.ofDays(variables.integer("RETENTION_DAYS", 90, 1, 36_500)));
    }

    private static PublicUrl publicUrl(Variables variables, int port) {
        @Nullable String value = variables.find("PUBLIC_URL").orElse(null);
        if (value != null) {
            return PublicUrl.of("ZIFFER_PUBLIC_URL", value);
        }
        if (port == 0) {
            throw new SettingsException("ZIFFER_PORT is 0, any free port, so the public URL cannot be derived from it:"
                    + " set ZIFFER_PUBLIC_URL");
        }
        return PublicUrl.of("ZIFFER_PUBLIC_URL", "http://localhost:" + port);
    }

    private static Optional<MasterKey> masterKey(Variables variables, Database database) {
        Optional<MasterKey> masterKey = variables.find("MASTER_KEY").map(MasterKey::of);
        if (masterKey.isEmpty() && database.engine() == Database.Engine.POSTGRESQL) {
            throw new SettingsException("ZIFFER_MASTER_KEY is not set, and PostgreSQL needs one that all servers share:"
                    + " set it to 32 random bytes in base64, as 'openssl rand -base64 32' prints them");
        }
        return masterKey;
    }
}
