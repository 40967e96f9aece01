package dev.ziffer.server.applications;

import dev.ziffer.server.settings.ManagementClient;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.settings.SettingsException;
import dev.ziffer.server.storage.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The installation's own application, which may do everything. The settings name it, or else the first start makes it
 * and writes it to the file {@code management-client}, as {@code id:secret}. The file comes before the row: a start that
 * ends between the two leaves a file that the next start takes the row from, never a row whose secret nobody has.
 */
@Component
public final class ManagementApplication {

    private static final Logger log = LoggerFactory.getLogger(ManagementApplication.class);

    private static final int SHORTEST_SECRET = 32;

    private final @Nullable Path file;

    ManagementApplication(Applications applications, Settings settings) {
        Path kept = settings.dataDir().toAbsolutePath().normalize().resolve("management-client");
        ManagementClient given = settings.managementClient().orElse(null);
        if (given != null) {
            replace(applications, application(given.id(), given.secret()), kept);
        } else if (applications.management().isEmpty()) {
            applications.addManagement(made(kept));
        }
        Application current = applications.management().orElse(null);
        this.file = current != null && holds(kept, current) ? kept : null;
        if (given == null && file == null && Files.exists(kept)) {
            log.warn(
                    "The credentials in {} are not those of the management client, which an earlier start was given by"
                            + " ZIFFER_MANAGEMENT_CLIENT_ID and _SECRET: use those, or set the two variables to new ones",
                    kept);
        }
    }

    /** The file with the credentials in force; none where they were given by the settings, now or at an earlier start. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Puts an application in force, and removes a file whose credentials have ceased to be by that. */
    private static void replace(Applications applications, Application given, Path file) {
        boolean held =
                applications.management().filter(before -> holds(file, before)).isPresent();
        applications.putManagement(given);
        if (held && !holds(file, given)) {
            try {
                Files.deleteIfExists(file);
                log.info(
                        "The management client is the one in ZIFFER_MANAGEMENT_CLIENT_ID; {} is removed, whose credentials"
                                + " open nothing any more",
                        file);
            } catch (IOException e) {
                log.warn("The credentials in {} open nothing any more, and it cannot be removed; remove it", file);
            }
        }
    }

    /** Whether the file holds this application's credentials. */
    private static boolean holds(Path file, Application application) {
        return read(file)
                .filter(kept ->
                        kept.id().equals(application.id()) && kept.secretHash().equals(application.secretHash()))
                .isPresent();
    }

    private static Optional<Application> read(Path file) {
        try {
            String[] parts = Files.readString(file).strip().split(":", 2);
            return parts.length == 2 && !parts[0].isEmpty() && parts[1].length() >= SHORTEST_SECRET
                    ? Optional.of(application(parts[0], parts[1]))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Application made(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFile.create(file, "management:" + SecretHash.freshSecret() + "\n");
            }
            // Whether it can be read at all; what is wrong with what it says is told apart.
            Files.readString(file);
        } catch (IOException e) {
            throw new SettingsException(
                    "The management client in " + file + " cannot be read: give the server's user access to this file");
        }
        return read(file)
                .orElseThrow(() -> new SettingsException("The file " + file
                        + " does not hold an id, a colon and a secret: remove it, and the next start makes a new one"));
    }

    private static Application application(String id, String secret) {
        return new Application(id, "Management", SecretHash.of(secret), Set.of(ManagementApi.SCOPE));
    }
}
