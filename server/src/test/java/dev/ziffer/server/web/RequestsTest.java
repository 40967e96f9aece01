package dev.ziffer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.server.RunningServer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestsTest {

    @TempDir
    private Path dataDir;

    @Test
    void areAnsweredWithHeadersThatKeepBrowsersFromDoingMore() throws Exception {
        try (RunningServer server = RunningServer.start(dataDir)) {
            HttpResponse<String> response = server.get("/health");

            assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}");
            Map<String, String> expected = Map.of(
                    "Cache-Control", "no-store",
                    "X-Content-Type-Options", "nosniff",
                    "X-Frame-Options", "DENY",
                    "Referrer-Policy", "no-referrer",
                    "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            expected.forEach((name, value) ->
                    assertThat(response.headers().allValues(name)).containsExactly(value));
            assertThat(response.headers().map().keySet())
                    .doesNotContain("server", "set-cookie", "strict-transport-security");
        }
    }

    @Test
    void demandTlsFromNowOnWhereThePublicUrlHasIt() throws Exception {
        Map<String, String> settings =
                Map.of("ZIFFER_PUBLIC_URL", "https://id.example.com", "ZIFFER_ADDRESS", "127.0.0.1");
        try (RunningServer server = RunningServer.start(dataDir, settings)) {
            assertThat(server.get("/health").headers().firstValue("Strict-Transport-Security"))
                    .hasValue("max-age=31536000");
        }
    }

    @Test
    void haveAnIdThatTheCallerMayGiveAsLongAsItIsHarmless() throws Exception {
        try (RunningServer server = RunningServer.start(dataDir)) {
            assertThat(id(server, "order-42.b_c")).isEqualTo("order-42.b_c");
            for (String harmful : List.of("short", "has spaces in it", "call-4915123456789", "quote\"quote")) {
                assertThat(id(server, harmful)).matches("[0-9a-f]{16}");
            }
            assertThat(server.get("/no-such-thing")
                            .headers()
                            .firstValue("X-Request-Id")
                            .orElseThrow())
                    .matches("[0-9a-f]{16}");
        }
    }

    @Test
    void shareAConnectionAsOftenAsTheCallerLikes() throws Exception {
        String request = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n".repeat(149)
                + "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        try (RunningServer server = RunningServer.start(dataDir);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answers.split("HTTP/1.1 200", -1)).hasSize(151);
        }
    }

    private static String id(RunningServer server, String given) throws Exception {
        return server.send(server.request("/health").header("X-Request-Id", given))
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
    }
}
