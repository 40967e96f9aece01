package dev.ziffer.server.keys;

import dev.ziffer.server.settings.MasterKey;
import dev.ziffer.server.settings.SettingsException;
import dev.ziffer.server.storage.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The file {@code master-key} in the data folder: the master key in base64, for its owner only. */
final class MasterKeyFile {

    private final Path file;

    MasterKeyFile(Path dataDir) {
        this.file = dataDir.resolve("master-key");
    }

    /**
     * The key in the file, which is made if {@code mayCreate}.
     *
     * @param mayCreate false when there are keys already that only the lost key opens
     */
    MasterKey read(boolean mayCreate) {
        try {
            if (!Files.exists(file)) {
                if (!mayCreate) {
                    throw new SettingsException(
                            "The master key is missing, and a new one would not open the keys in this"
                                    + " database: restore " + file + " or set ZIFFER_MASTER_KEY");
                }
                PrivateFile.create(file, fresh());
            }
            return MasterKey.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new SettingsException(
                    "The master key in " + file + " cannot be read: give the server's user access to this file");
        }
    }

    private static String fresh() {
        byte[] bytes = new byte[MasterKey.BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes) + "\n";
    }
}
