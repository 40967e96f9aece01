import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a server, given by its command line, on free ports in a temporary directory, verifies a few numbers with it, and
 * ends it, so that the JDK sees what a server does and keeps it in a cache. It ends within six minutes, whatever happens.
 */
final class Rehearsal {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CYCLES = 20;
    private static final String PHONE = "49151000000";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server = loopback();
    private final URI sandbox = loopback();

    public static void main(String[] command) throws Exception {
        Path data = Files.createTempDirectory("ziffer-rehearsal");
        try {
            new Rehearsal().run(List.of(command), data);
        } finally {
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private void run(List<String> command, Path data) throws Exception {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith("ZIFFER_"));
        builder.environment()
                .putAll(Map.of(
                        "ZIFFER_DATA_DIR", data.toString(),
                        "ZIFFER_PORT", String.valueOf(server.getPort()),
                        "ZIFFER_SANDBOX", "true",
                        "ZIFFER_SANDBOX_PORT", String.valueOf(sandbox.getPort()),
                        "ZIFFER_METRICS_PORT", String.valueOf(loopback().getPort())));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        try {
            awaitHealth(process);
            String token = token(Files.readString(data.resolve("management-client")).strip());
            for (int i = 0; i < CYCLES; i++) {
                verify(token, PHONE + (10 + i));
            }
        } finally {
            process.destroy(); // TERM: the JDK writes the cache as it ends.
        }
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("the server did not end");
        }
    }

    private void awaitHealth(Process process) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline) && process.isAlive()) {
            try {
                if (send(HttpRequest.newBuilder(server.resolve("/health"))).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It does not listen yet.
            }
            Thread.sleep(200);
        }
        throw new IOException("the server did not start");
    }

    private String token(String credentials) throws Exception {
        String basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes());
        String answer = send(HttpRequest.newBuilder(server.resolve("/oidc/token"))
                        .header("Authorization", basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=all")))
                .body();
        return answer.replaceFirst("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private void verify(String token, String phone) throws Exception {
        post(token, "/api/verification-codes", "{\"phone\":\"" + phone + "\"}");
        String code = send(HttpRequest.newBuilder(sandbox.resolve("/phones/" + phone + "/code"))).body().strip();
        post(token, "/api/verification-codes/verify", """
                {"phone":"%s","verificationCode":"%s"}""".formatted(phone, code));
    }

    private void post(String token, String path, String body) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 204) {
            throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    /** An address of this machine whose port was free a moment ago. */
    private static URI loopback() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://localhost:" + socket.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
