package dev.ziffer.acceptance.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.HttpMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hardly HTTP, on a socket. */
final class BadHttpTest {

    private static final int PATIENCE_MILLIS = 30_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\n\r\n",
                "GET\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\n : x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nX : x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /a\u0000b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /\u00e4 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /a\"<>|{}^ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/connectors?a=\"<>\\^`{|} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api\\connectors HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://x\u0001/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "G\u00c4T /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "G(T /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "TRACE /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "TRACK /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "PROPFIND /api/connectors HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /oidc/token HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /oidc/token HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
                "POST /oidc/token HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nzz\r\n",
                "POST /oidc/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nExpect: nonsense\r\nAuthorization: \u0001\r\n\r\n"
            })
    void answersWhatIsNotHttpByAnError(String request) throws Exception {
        HttpMessage answer = answer(request.getBytes(ISO_8859_1));
        Harmless.check(shown(request), answer.status(), type(answer), answer.body());
        works();
    }

    @Test
    void answersWhatItDoesNotSpeakByAnError() throws Exception {
        for (String request : List.of(
                "CONNECT localhost:22 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/3.7\r\nHost: localhost\r\n\r\n",
                "POST /oidc/token HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense\r\n\r\n")) {
            HttpMessage answer = answer(request.getBytes(ISO_8859_1));
            // RFC 9110, 15.6.2 and 15.6.6: about the request, though above 499.
            assertThat(answer.status()).as("%s", answer).isIn(400, 501, 505);
            Harmless.checkBody(shown(request), type(answer), answer.body());
        }
        works();
    }

    @Test
    void boundsHeaders() throws Exception {
        for (String request : List.of(
                "GET /health HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
                "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\n" + "X: x\r\n".repeat(5_000) + "\r\n")) {
            HttpMessage answer = answer(request.getBytes(ISO_8859_1));
            Harmless.check(shown(request), answer.status(), type(answer), answer.body());
        }
        works();
    }

    @Test
    void keepsAConnectionThroughManyRequestsAndErrors() throws Exception {
        try (Socket socket = connect()) {
            for (int i = 0; i < 50; i++) {
                for (String path : List.of("/health", "/nowhere", "/WEB-INF/web.xml", "/api/connectors")) {
                    socket.getOutputStream()
                            .write("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .formatted(path)
                                    .getBytes(ISO_8859_1));
                    HttpMessage answer = Objects.requireNonNull(HttpMessage.read(socket.getInputStream()), path);
                    assertThat(answer.status()).as(path).isIn(200, 401, 404);
                }
            }
        }
    }

    private static HttpMessage answer(byte[] request) throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request);
            HttpMessage answer = HttpMessage.read(socket.getInputStream());
            if (answer == null) {
                throw new AssertionError("no answer to " + shown(new String(request, ISO_8859_1)));
            }
            return answer;
        }
    }

    private static Socket connect() throws Exception {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(),
                ApiServer.on(Engine.SQLITE).uri().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void works() throws Exception {
        Expect.success(ApiServer.on(Engine.SQLITE).api().get("/health"), 200);
    }

    private static String type(HttpMessage answer) throws IOException {
        return answer.headers()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                .map(line -> line.substring("content-type:".length()).strip())
                .findFirst()
                .orElse("");
    }

    private static String shown(String request) {
        return request.substring(0, Math.min(150, request.length()));
    }
}
