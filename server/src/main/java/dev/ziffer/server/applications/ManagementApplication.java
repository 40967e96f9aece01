package dev.ziffer.server.applications;

import dev.ziffer.server.settings.ManagementClient;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.settings.SettingsException;
import dev.ziffer.server.storage.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The installation's own application, which may do everything. The settings name it, or else the first start makes it
 * and writes it to the file {@code management-client}, as {@code id:secret}. The file comes before the row: a start that
 * ends between the two leaves a file that the next start takes the row from, never a row whose secret nobody has.
 */
@Component
final class ManagementApplication {

    private static final Logger log = LoggerFactory.getLogger(ManagementApplication.class);

    private static final int SHORTEST_SECRET = 32;

    ManagementApplication(Applications applications, Settings settings) {
        ManagementClient given = settings.managementClient().orElse(null);
        if (given != null) {
            applications.putManagement(application(given.id(), given.secret()));
            return;
        }
        Path file = settings.dataDir().resolve("management-client");
        if (!applications.hasManagement()) {
            applications.addManagement(made(file));
        }
        if (Files.exists(file)) {
            log.info("The management client's id and secret are in {}", file);
        }
    }

    private static Application made(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFile.create(file, "management:" + SecretHash.freshSecret() + "\n");
            }
            String[] parts = Files.readString(file).strip().split(":", 2);
            if (parts.length == 2 && !parts[0].isEmpty() && parts[1].length() >= SHORTEST_SECRET) {
                return application(parts[0], parts[1]);
            }
        } catch (IOException e) {
            throw new SettingsException(
                    "The management client in " + file + " cannot be read: give the server's user access to this file");
        }
        throw new SettingsException("The file " + file
                + " does not hold an id, a colon and a secret: remove it, and the" + " next start makes a new one");
    }

    private static Application application(String id, String secret) {
        return new Application(id, "Management", SecretHash.of(secret), Set.of(ManagementApi.SCOPE));
    }
}
