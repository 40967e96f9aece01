package dev.ziffer.server;

import dev.ziffer.server.settings.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server on a free port, and a client for it. */
public final class RunningServer implements AutoCloseable {

    /** How the server is said to be reached; tokens carry it, and nothing ever connects to it. */
    public static final String PUBLIC_URL = "http://localhost:8080";

    private static final String CLIENT_ID = "ZIFFER_MANAGEMENT_CLIENT_ID";
    private static final String CLIENT_SECRET = "ZIFFER_MANAGEMENT_CLIENT_SECRET";

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> environment;
    private final Closeable place;
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(Map<String, String> environment, Closeable place) {
        this.environment = environment;
        this.place = place;
        this.context = Server.start(Settings.from(environment));
    }

    /** Starts a server in a folder of its own, which goes with it. */
    public static RunningServer onSqlite() {
        return onSqlite(Map.of());
    }

    public static RunningServer onSqlite(Map<String, String> settings) {
        Path dataDir = folder();
        return new RunningServer(environment(dataDir, settings), () -> FileSystemUtils.deleteRecursively(dataDir));
    }

    /** Starts a server on a new PostgreSQL of its own, which ends with it. */
    public static RunningServer onPostgresql() {
        Path dataDir = folder();
        EmbeddedPostgres postgres = postgresql();
        Map<String, String> settings = Map.of(
                "ZIFFER_DATABASE_URL",
                postgres.getJdbcUrl("postgres", "postgres"),
                "ZIFFER_MASTER_KEY",
                "A".repeat(43) + "=",
                CLIENT_ID,
                "management",
                CLIENT_SECRET,
                "s".repeat(32));
        return new RunningServer(environment(dataDir, settings), () -> {
            postgres.close();
            FileSystemUtils.deleteRecursively(dataDir);
        });
    }

    /**
     * Starts a server that keeps everything in {@code dataDir}, with some settings besides, for tests that look into it
     * or start again.
     */
    public static RunningServer start(Path dataDir, Map<String, String> settings) {
        return new RunningServer(environment(dataDir, settings), () -> {});
    }

    public static RunningServer start(Path dataDir) {
        return start(dataDir, Map.of());
    }

    /** What {@link #start} sets, for tests that start in another way. */
    public static Map<String, String> environment(Path dataDir, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        environment.put("ZIFFER_PORT", "0");
        environment.put("ZIFFER_METRICS_PORT", "0");
        environment.put("ZIFFER_SANDBOX_PORT", "0");
        environment.put("ZIFFER_PUBLIC_URL", PUBLIC_URL);
        environment.put("ZIFFER_DATA_DIR", dataDir.toString());
        environment.putAll(settings);
        return environment;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** A request to a path, to be completed. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    /** A form to the token endpoint from the management client, by Basic authentication. */
    public HttpResponse<String> token(String form) throws IOException, InterruptedException {
        return token(managementClient(), form);
    }

    public HttpResponse<String> token(String idAndSecret, String form) throws IOException, InterruptedException {
        return send(form(form)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(idAndSecret.getBytes(StandardCharsets.UTF_8))));
    }

    /** A form to the token endpoint that says nothing about who sends it. */
    public HttpRequest.Builder form(String form) {
        return request("/oidc/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /** An access token for the management API. */
    public String accessToken() throws IOException, InterruptedException {
        return json(token("grant_type=client_credentials&scope=all"))
                .get("access_token")
                .stringValue();
    }

    /** {@code id:secret}, as it was set or as the first start wrote it. */
    public String managementClient() throws IOException {
        String id = environment.get(CLIENT_ID);
        return id == null
                ? Files.readString(Path.of(environment.get("ZIFFER_DATA_DIR"), "management-client"))
                        .strip()
                : id + ":" + environment.get(CLIENT_SECRET);
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
        context.close();
        try {
            place.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("ziffer-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres postgresql() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
