package dev.ziffer.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An empty database of one test's own.
 *
 * @param engine which of the two it is
 * @param url its JDBC URL, with everything that is needed to connect
 * @param dataDir where its servers keep what they keep in files
 */
public record Database(Engine engine, String url, Path dataDir) {

    /** The databases that the server runs on. */
    public enum Engine {
        SQLITE,
        POSTGRESQL
    }

    /** A new SQLite file in the data folder of one server. */
    public static Database sqlite() throws IOException {
        Path dataDir = RunFiles.folder("data");
        return new Database(Engine.SQLITE, "jdbc:sqlite:" + dataDir.resolve("ziffer.db"), dataDir);
    }

    /** A new database on a PostgreSQL that all tests of this run share. */
    public static Database postgresql() throws IOException, SQLException {
        return new Database(Engine.POSTGRESQL, Postgres.newDatabase(), RunFiles.folder("data"));
    }

    public static Database of(Engine engine) throws IOException, SQLException {
        return engine == Engine.SQLITE ? sqlite() : postgresql();
    }

    /** What a server has to be told to use it. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("ZIFFER_DATA_DIR", dataDir.toString());
        if (engine == Engine.POSTGRESQL) {
            environment.put("ZIFFER_DATABASE_URL", url);
            environment.put("ZIFFER_DATABASE_USER", Postgres.USER);
        }
        return environment;
    }

    /** Changes what is stored, behind the servers' backs. */
    public int update(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The first column of every row, as text. */
    public List<String> column(String sql, Object... parameters) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }

    /** A connection of the caller's own. */
    public Connection connect() throws SQLException {
        return engine == Engine.SQLITE
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, Postgres.USER, "");
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
