package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of others cannot use the sandbox through a browser on this machine. */
final class OriginsTest {

    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.DEFAULTS.withPort(0));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8081", "LOCALHOST", "127.0.0.1", "127.0.0.1:8081", "[::1]:8081"})
    void namesOfThisMachineAreAnswered(String host) throws IOException {
        assertThat(status("GET / HTTP/1.1", "Host: " + host)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "192.168.1.1:8081",
                "127.0.0.1@evil.example",
                ""
            })
    void otherHostNamesAreNot(String host) throws IOException {
        for (String path : new String[] {"/", "/events", "/phones/4915123456789/code", Client.MESSAGES}) {
            assertThat(status("GET " + path + " HTTP/1.1", "Host: " + host)).isEqualTo(421);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Origin: http://localhost:3000",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void otherOriginsChangeNothing(String header) throws IOException {
        assertThat(status("DELETE /messages HTTP/1.1", "Host: localhost:8081", header))
                .isEqualTo(403);
        assertThat(status("PUT /faults HTTP/1.1", "Host: localhost:8081", header))
                .isEqualTo(403);
        assertThat(status("POST " + Client.MESSAGES + " HTTP/1.1", "Host: localhost:8081", header))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://localhost:8081",
                "Sec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: none",
                "User-Agent: curl/8"
            })
    void theSandboxsOwnPageAndProgramsDo(String header) throws IOException {
        assertThat(status("DELETE /messages HTTP/1.1", "Host: localhost:8081", header))
                .isEqualTo(204);
    }

    private int status(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();
            byte[] start = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(start, 9, 3, UTF_8));
        }
    }
}
