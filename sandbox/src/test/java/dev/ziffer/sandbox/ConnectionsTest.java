package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Connections are kept, as a load of many clients needs it. */
final class ConnectionsTest {

    private static final byte[] REQUEST = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);

    @Test
    void threeHundredAreKeptAtOnceForManyRequestsEach() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS.withPort(0))) {
            for (int i = 0; i < 300; i++) {
                sockets.add(new Socket(InetAddress.getLoopbackAddress(), sandbox.port()));
            }
            for (int round = 0; round < 3; round++) {
                for (Socket socket : sockets) {
                    socket.getOutputStream().write(REQUEST);
                }
                for (Socket socket : sockets) {
                    assertThat(answer(socket)).startsWith("HTTP/1.1 200 OK").endsWith("{\"status\":\"UP\"}");
                }
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("}") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("the connection was closed after " + answer.length() + " bytes");
            }
            answer.append((char) next);
        }
        return answer.toString();
    }
}
