package dev.ziffer.server.storage;

import com.zaxxer.hikari.HikariConfig;
import dev.ziffer.server.settings.Database;
import dev.ziffer.server.settings.SettingsException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * One connection to one file.
 *
 * <p>One, so that requests wait for it in Java: SQLite's own waiting happens in native code and pins the carriers of
 * virtual threads. {@code IMMEDIATE}, because a transaction that reads first and writes later fails where another wrote
 * in between. {@code FULL}, so that what was answered is on the disk.
 */
final class Sqlite {

    private static final FileAttribute<?> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private Sqlite() {}

    static HikariConfig pool(Database database, Path dataDir) {
        try {
            Files.createDirectories(dataDir, OWNER_ONLY_FOLDER);
            createFile(database.file());
        } catch (IOException e) {
            throw new SettingsException("The data cannot be kept in " + dataDir + " (" + e.getMessage()
                    + "): make the folder writable or set ZIFFER_DATA_DIR to another");
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setMaximumPoolSize(1);
        config.setMaxLifetime(0);
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", "5000");
        config.addDataSourceProperty("foreign_keys", "true");
        return config;
    }

    // SQLite gives the files beside it the same mode.
    private static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, PrivateFile.OWNER_ONLY);
        } catch (FileAlreadyExistsException e) {
            // As at every start but the first.
        }
    }
}
