package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.ErrorCode;
import dev.ziffer.connector.Message;
import dev.ziffer.connector.Outcome;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.connector.UsageType;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is trusted to be Twilio. */
final class TlsTest {

    private static final char[] PASSWORD = "password".toCharArray();

    private static SSLContext trusting;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpsServer twilio;

    @BeforeAll
    static void makeACertificate(@TempDir Path folder) throws Exception {
        trusting = contextOf(certificate(folder.resolve("keys.p12")));
    }

    @BeforeEach
    void start() throws Exception {
        twilio = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        twilio.setHttpsConfigurator(new HttpsConfigurator(trusting));
        twilio.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] answer = TwilioServer.message(TwilioServer.sid(1), "queued", "Thu, 24 Aug 2023 05:01:45 +0000")
                    .getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(201, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        twilio.start();
    }

    @AfterEach
    void stop() {
        twilio.stop(0);
    }

    @Test
    void nothingIsSentToWhoeverCannotProveToBeTwilio() throws Exception {
        SmsConnector connector = new TwilioConnectorFactory(this::origin).open(Configs.plain(), 6);

        ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> connector.send(message()));

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(requests).hasValue(0);
    }

    @Test
    void sendsThroughAnHttpClientThatTrustsAnotherAuthority() throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trusting).build()) {
            var receipt = new TwilioConnectorFactory(this::origin, client)
                    .open(Configs.plain(), 6)
                    .send(message());

            assertThat(receipt.messageId()).isEqualTo(TwilioServer.sid(1));
        }
    }

    @Test
    void nothingIsSentToWhoeverDoesNotFinishTheHandshake() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpClient client = HttpClient.newBuilder()
                        .connectTimeout(Duration.ofMillis(300))
                        .build()) {
            URI origin = URI.create("https://localhost:" + silent.getLocalPort());
            SmsConnector connector = new TwilioConnectorFactory((product, region, edge, accountSid) -> origin, client)
                    .open(Configs.plain(), 6);

            ConnectorException failure =
                    catchThrowableOfType(ConnectorException.class, () -> connector.send(message()));

            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsSentToWhoeverHangsUpDuringTheHandshake(boolean reset) throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> hangUp(server, reset));

            assertThat(failureAt(server).outcome()).isEqualTo(Outcome.NOT_SENT);
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3, true", "TLSv1.3, false", "TLSv1.2, true", "TLSv1.2, false"})
    void aRequestThatGotNoAnswerBecauseTheConnectionBrokeMayHaveArrived(String version, boolean reset)
            throws Exception {
        try (var server = (SSLServerSocket)
                trusting.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setEnabledProtocols(new String[] {version});
            Thread.startVirtualThread(() -> hangUp(server, reset));

            assertThat(failureAt(server).outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    /** Reads what is there first and closes the connection beneath TLS. */
    private static void hangUp(ServerSocket server, boolean reset) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                assertThat(socket.getInputStream().read()).isPositive();
                socket.setSoLinger(reset, 0);
            } catch (IOException e) {
                // the client went away, or the test has ended
            }
        }
    }

    private static ConnectorException failureAt(ServerSocket server) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trusting).build()) {
            URI origin = URI.create("https://localhost:" + server.getLocalPort());
            SmsConnector connector = new TwilioConnectorFactory((product, region, edge, accountSid) -> origin, client)
                    .open(Configs.plain(), 6);
            return catchThrowableOfType(ConnectorException.class, () -> connector.send(message()));
        }
    }

    private URI origin(String product, @Nullable String region, @Nullable String edge, String accountSid) {
        return URI.create("https://localhost:" + twilio.getAddress().getPort());
    }

    private static Message message() {
        return new Message("+14155550132", UsageType.SIGN_IN, null, "123456", Duration.ofMinutes(10), 1);
    }

    private static Path certificate(Path file) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "twilio",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        return file;
    }

    private static SSLContext contextOf(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("twilio", keys.getCertificate("twilio"));
        var others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }
}
