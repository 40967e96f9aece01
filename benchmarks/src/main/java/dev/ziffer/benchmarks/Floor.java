package dev.ziffer.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The floor: the least that verifies a number over HTTP. Two requests, one statement each, one call to Twilio; no
 * authentication, no limits, no encryption, no ledger, and the code in the clear. What a real server takes more than
 * this is what its guarantees cost.
 *
 * <p>Started with the port, the JDBC URL and Twilio's origin as arguments.
 */
final class Floor {

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS verification (
                phone TEXT PRIMARY KEY, code TEXT NOT NULL, attempts INTEGER NOT NULL, expires_at BIGINT NOT NULL)
            """;

    private static final String START = """
            INSERT INTO verification (phone, code, attempts, expires_at) VALUES (?, ?, 0, ?)
            ON CONFLICT (phone) DO UPDATE SET code = excluded.code, attempts = 0, expires_at = excluded.expires_at
            """;

    private static final String CHECK = """
            UPDATE verification
               SET attempts = CASE WHEN code = ? THEN 10 ELSE attempts + 1 END
             WHERE phone = ? AND attempts < 10 AND expires_at > ?
            RETURNING code
            """;

    private static final Pattern PHONE = Pattern.compile("\"phone\":\"(\\d+)\"");
    private static final Pattern CODE = Pattern.compile("\"verificationCode\":\"(\\d+)\"");
    private static final long LIFETIME_MILLIS = 600_000;

    private final DataSource database;
    /** Answers are so short that handing them to another thread costs more than taking them in on the client's own. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();

    private final URI messages;

    private Floor(DataSource database, URI twilio) {
        this.database = database;
        this.messages = twilio.resolve("/2010-04-01/Accounts/" + StandIn.ACCOUNT_SID + "/Messages.json");
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        DataSource database = open(arguments[1]);
        Floor floor = new Floor(database, URI.create(arguments[2]));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/health", exchange -> answer(exchange, 200));
        server.createContext("/api/verification-codes", orServerError(floor::start));
        server.createContext("/api/verification-codes/verify", orServerError(floor::check));
        server.start();
    }

    private static DataSource open(String url) throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        if (url.startsWith("jdbc:sqlite:")) {
            // One connection, as in Ziffer: waiting happens in Java.
            config.setMaximumPoolSize(1);
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
        } else {
            config.setMaximumPoolSize(10);
            config.addDataSourceProperty("prepareThreshold", "1");
        }
        var pool = new HikariDataSource(config);
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        return pool;
    }

    private void start(HttpExchange exchange) throws IOException, SQLException, InterruptedException {
        String phone = find(PHONE, body(exchange));
        String code = String.format("%06d", ThreadLocalRandom.current().nextInt(1_000_000));
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(START)) {
            statement.setString(1, phone);
            statement.setString(2, code);
            statement.setLong(3, System.currentTimeMillis() + LIFETIME_MILLIS);
            statement.executeUpdate();
        }
        var request = HttpRequest.newBuilder(messages)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("To=%2B" + phone + "&Body=" + code))
                .build();
        answer(exchange, http.send(request, BodyHandlers.discarding()).statusCode() == 201 ? 204 : 502);
    }

    private void check(HttpExchange exchange) throws IOException, SQLException {
        String body = body(exchange);
        String code = find(CODE, body);
        boolean right = false;
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(CHECK)) {
            statement.setString(1, code);
            statement.setString(2, find(PHONE, body));
            statement.setLong(3, System.currentTimeMillis());
            try (var rows = statement.executeQuery()) {
                right = rows.next() && rows.getString(1).equals(code);
            }
        }
        answer(exchange, right ? 204 : 400);
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String find(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static HttpHandler orServerError(Step step) {
        return exchange -> {
            try {
                step.run(exchange);
            } catch (SQLException | InterruptedException e) {
                answer(exchange, 500);
            }
        };
    }

    private interface Step {
        void run(HttpExchange exchange) throws IOException, SQLException, InterruptedException;
    }
}
