package dev.ziffer.acceptance.main;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A TLS listener that takes the place of {@code api.twilio.com} for a JVM that is started with {@link #javaOptions}. */
final class TwilioHost implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    private final HttpsServer server;
    private final Path folder;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    /** A request as it arrived; {@code serverName} is the one that TLS asked for. */
    record Received(String serverName, String method, String path, String host, String authorization, String form) {}

    private TwilioHost(HttpsServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static TwilioHost start(Path folder) throws Exception {
        keytool(
                folder,
                "-genkeypair",
                "-keystore",
                "host.p12",
                "-keyalg",
                "EC",
                "-dname",
                "CN=api.twilio.com",
                "-ext",
                "san=dns:api.twilio.com",
                "-validity",
                "2");
        keytool(folder, "-exportcert", "-keystore", "host.p12", "-file", "host.cer");
        keytool(folder, "-importcert", "-noprompt", "-keystore", "trust.p12", "-file", "host.cer");
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n127.0.0.1 api.twilio.com\n");
        var host = new TwilioHost(listener(), folder);
        host.server.setHttpsConfigurator(new HttpsConfigurator(context(folder)));
        host.server.createContext("/", host::answer);
        host.server.start();
        return host;
    }

    /** What makes a JVM take this listener for Twilio. */
    String javaOptions() {
        return "-Djdk.net.hosts.file=" + folder.resolve("hosts") + " -Djavax.net.ssl.trustStore="
                + folder.resolve("trust.p12") + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    BlockingQueue<Received> received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
        received.add(new Received(
                session.getRequestedServerNames().toString(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().getFirst("Host"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        byte[] message = """
                {"sid": "SM00112233445566778899aabbccddeeff", "status": "accepted", "error_code": null,
                 "num_segments": "0", "body": "", "date_created": "Thu, 24 Aug 2023 05:01:45 +0000"}
                """.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(201, message.length);
        exchange.getResponseBody().write(message);
        exchange.close();
    }

    private static HttpsServer listener() throws IOException {
        try {
            return HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 443), 0);
        } catch (BindException e) {
            throw new IOException(
                    "This test listens on port 443 of 127.0.0.1, where Twilio's host is looked for: run it"
                            + " as root, and with nothing else on that port",
                    e);
        }
    }

    private static SSLContext context(Path folder) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(folder.resolve("host.p12"))) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD, "-alias", "host"));
        Process keytool = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed: " + printed);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
