package dev.ziffer.server.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The application an operator names to manage this installation.
 *
 * @param id its client id
 * @param secret its client secret; at least 32 characters, never printed
 */
public record ManagementClient(String id, String secret) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9._~-]{32,256}");

    static Optional<ManagementClient> from(Variables variables, Database database) {
        Optional<String> id = variables.find("MANAGEMENT_CLIENT_ID");
        Optional<String> secret = variables.find("MANAGEMENT_CLIENT_SECRET");
        if (id.isPresent() != secret.isPresent()) {
            throw new SettingsException(
                    "ZIFFER_MANAGEMENT_CLIENT_ID and ZIFFER_MANAGEMENT_CLIENT_SECRET belong together:"
                            + " set both or neither");
        }
        if (id.isEmpty() && database.engine() == Database.Engine.POSTGRESQL) {
            throw new SettingsException(
                    "ZIFFER_MANAGEMENT_CLIENT_ID is not set, and PostgreSQL needs a first application"
                            + " that all servers share: set it and ZIFFER_MANAGEMENT_CLIENT_SECRET");
        }
        return id.map(given -> checked(given, secret.orElseThrow()));
    }

    private static ManagementClient checked(String id, String secret) {
        if (!ID.matcher(id).matches()) {
            throw new SettingsException("ZIFFER_MANAGEMENT_CLIENT_ID has a form that is not allowed:"
                    + " set it to 1 to 128 letters, digits, dots, hyphens and underscores");
        }
        if (!SECRET.matcher(secret).matches()) {
            throw new SettingsException("ZIFFER_MANAGEMENT_CLIENT_SECRET is too weak or has a form that is not allowed:"
                    + " set it to 32 to 256 letters, digits and . _ ~ -, such as 'openssl rand -hex 32' prints");
        }
        return new ManagementClient(id, secret);
    }

    @Override
    public String toString() {
        return "ManagementClient[id=" + id + "]";
    }
}
