package dev.ziffer.server.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where everything is kept.
 *
 * @param engine which of the two it is
 * @param url its JDBC URL
 * @param user who connects; empty for SQLite
 * @param password the user's password, never printed; empty for SQLite
 */
public record Database(Engine engine, String url, Optional<String> user, Optional<String> password) {

    /** The databases the SQL is written for. */
    public enum Engine {
        SQLITE,
        POSTGRESQL
    }

    private static final String SQLITE = "jdbc:sqlite:";

    static Database from(Variables variables, Path dataDir) {
        Optional<String> user = variables.find("DATABASE_USER");
        Optional<String> password = variables.find("DATABASE_PASSWORD");
        String url = variables.find("DATABASE_URL").orElse(SQLITE + dataDir.resolve("ziffer.db"));
        if (url.startsWith("jdbc:postgresql:")) {
            return new Database(Engine.POSTGRESQL, url, user, password);
        }
        if (url.startsWith(SQLITE) && namesFile(url.substring(SQLITE.length()))) {
            return new Database(Engine.SQLITE, url, Optional.empty(), Optional.empty());
        }
        throw new SettingsException("ZIFFER_DATABASE_URL is not the URL of a database that can be used:"
                + " set it to jdbc:postgresql://host/name or to jdbc:sqlite:file, without a password in it");
    }

    /** The file of an SQLite database. */
    public Path file() {
        return Path.of(url.substring(SQLITE.length())).toAbsolutePath();
    }

    // Neither in memory nor with parameters: both would change what is promised about what is kept.
    private static boolean namesFile(String file) {
        try {
            return !Path.of(file).toString().isBlank()
                    && !file.startsWith(":")
                    && !file.startsWith("file:")
                    && !file.contains("?");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Database[engine=" + engine + "]";
    }
}
