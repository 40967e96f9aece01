package dev.ziffer.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server in a process of its own, on free ports of loopback. It can be stopped, killed and started again
 * with the same settings. What it prints is appended to {@link #log}.
 */
public final class Server implements AutoCloseable {

    /** How all servers of a test are said to be reached, and the issuer of their tokens; nothing connects to it. */
    public static final String PUBLIC_URL = "http://ziffer.localhost";

    private static final long PATIENCE_SECONDS = 60;

    private final List<String> command;
    private final Map<String, String> environment;
    private final int port;
    private final Path log;
    private Process process;

    private Server(List<String> command, Map<String, String> environment, int port, Path log) throws IOException {
        this.command = command;
        this.environment = environment;
        this.port = port;
        this.log = log;
        this.process = launch();
    }

    /** Starts a server on this database and returns when it is healthy; {@code settings} win over the usual ones. */
    public static Server start(Database database, Map<String, String> settings) throws Exception {
        Server server = launch(database, settings);
        server.awaitHealthy();
        return server;
    }

    /** Starts a server from the jar as it is, which takes longer, and returns when it is healthy. */
    public static Server startJar(Database database, Map<String, String> settings) throws Exception {
        Server server = launch(ServerJar.command(), database, settings);
        server.awaitHealthy();
        return server;
    }

    /** Starts a server and returns at once; see {@link #awaitHealthy}. */
    public static Server launch(Database database, Map<String, String> settings)
            throws IOException, InterruptedException {
        return launch(UnpackedJar.command(), database, settings);
    }

    private static Server launch(List<String> command, Database database, Map<String, String> settings)
            throws IOException {
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("ZIFFER_PORT", String.valueOf(port));
        environment.put("ZIFFER_METRICS_PORT", "0");
        environment.put("ZIFFER_SANDBOX_PORT", "0");
        environment.put("ZIFFER_PUBLIC_URL", PUBLIC_URL);
        environment.put("ZIFFER_MANAGEMENT_CLIENT_ID", Credentials.TEST.id());
        environment.put("ZIFFER_MANAGEMENT_CLIENT_SECRET", Credentials.TEST.secret());
        environment.put("ZIFFER_MASTER_KEY", "dGhpcnR5LXR3byBieXRlcyBmb3IgdGVzdHMgb25seS4=");
        environment.putAll(settings);
        return new Server(command, environment, port, RunFiles.folder("log").resolve("server.log"));
    }

    private Process launch() throws IOException {
        Process launched = builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(launched::destroyForcibly));
        return launched;
    }

    private ProcessBuilder builder(List<String> line) {
        var builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("ZIFFER_"));
        environment.forEach((name, value) -> {
            if (!value.isEmpty()) {
                builder.environment().put(name, value);
            }
        });
        return builder;
    }

    /** Waits until the server answers {@code /health} with 200. */
    public void awaitHealthy() throws Exception {
        Wait.until("the server is healthy", () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The server ended instead of starting; it printed:\n" + output());
            }
            return healthy();
        });
    }

    private boolean healthy() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
            return new String(status, StandardCharsets.US_ASCII).endsWith("200");
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    /** Where it is reached, without a trailing slash. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A client with the management application's credentials. */
    public Client client() {
        return new Client(uri(), Credentials.TEST);
    }

    /** The file of everything it has printed, over all its starts. */
    public Path log() {
        return log;
    }

    /** Everything it has printed. */
    public String output() throws IOException {
        return Files.readString(log);
    }

    /** What a command of the jar's came to. */
    public record Command(int status, String output, String errors) {}

    /** Runs a command of the jar's with the settings of this server, which may run meanwhile or not; others win. */
    public Command run(String name, Map<String, String> settings) throws IOException, InterruptedException {
        Path errors = RunFiles.folder("command").resolve("errors.log");
        ProcessBuilder builder = builder(ServerJar.command(name)).redirectError(errors.toFile());
        builder.environment().putAll(settings);
        Process run = builder.start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Command(run.waitFor(), output, Files.readString(errors));
    }

    /** The process, for signals and for what the system says of it. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Asks it to end, by SIGTERM, and returns when it has. */
    public void stop() throws InterruptedException {
        terminate();
        awaitEnd();
    }

    /** Asks it to end, by SIGTERM, and returns at once. */
    public void terminate() {
        process.destroy();
    }

    /** Returns its exit code when it has ended. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The server did not end");
        }
        return process.exitValue();
    }

    /** Ends it at once, by SIGKILL: nothing in it runs any more. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts it again, with the same settings, port and data, after it has ended. */
    public void restart() throws Exception {
        process = launch();
        awaitHealthy();
    }

    /** Ends it, whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
