package dev.ziffer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class DeadlineProtocolTest {

    private static final Duration DEADLINE = Duration.ofSeconds(1);

    /** Long enough to be late, for an answer that the deadline is not for. */
    private static final long SLOW_ANSWER_MILLIS = DEADLINE.toMillis() * 3 / 2;

    private static final int PATIENCE_MILLIS = 10_000;

    @TempDir
    private static Path folder;

    private static Tomcat tomcat;

    @BeforeAll
    static void start() throws Exception {
        var protocol = new DeadlineProtocol();
        protocol.setDeadline(DEADLINE);
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        var connector = new Connector(protocol);
        connector.setPort(0);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "answers", new Answers()).addMapping("/*");
        tomcat.start();
    }

    @AfterAll
    static void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    /** Reads a form at {@code /form}, reads and takes its time at {@code /slow}, and reads nothing elsewhere. */
    private static final class Answers extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/form")) {
                request.getParameter("name");
            } else if (request.getRequestURI().equals("/slow")) {
                request.getInputStream().readAllBytes();
                try {
                    Thread.sleep(SLOW_ANSWER_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            response.getWriter().write("answered");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /drops",
                "GET / HTTP/1.1\r\nHost: x\r\nX-Drops: ",
                "POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 2000\r\n\r\nname=",
                "POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n3E8\r\nname=",
                "POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n1\r\nn\r\n0\r\nX-Trailer: ",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3E8\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nX-Drops: ",
            })
    void endsARequestThatComesByDrops(String beginning) throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            long began = System.nanoTime();
            Thread drops = Thread.startVirtualThread(() -> drip(socket));
            try {
                assertThat(ends(socket)).isTrue();
            } finally {
                drops.interrupt();
                drops.join();
            }
            // Not before: that would be another limit's doing.
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(DEADLINE.dividedBy(2));
        }
    }

    @Test
    void keepsAConnectionWhoseAnswerTakesLonger() throws Exception {
        String slow = "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nx";
        try (Socket socket = connect()) {
            for (int i = 0; i < 2; i++) {
                socket.getOutputStream().write(slow.getBytes(StandardCharsets.US_ASCII));
                assertThat(readAnswer(socket)).startsWith("HTTP/1.1 200").endsWith("answered");
            }
        }
    }

    @Test
    void keepsAConnectionThatIsIdleForLonger() throws Exception {
        String request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
        try (Socket socket = connect();
                Socket other = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(readAnswer(socket)).endsWith("answered");
            // As long as a slow answer to someone else takes.
            other.getOutputStream().write(request.replace("GET /", "GET /slow").getBytes(StandardCharsets.US_ASCII));
            assertThat(readAnswer(other)).endsWith("answered");

            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(readAnswer(socket)).endsWith("answered");
        }
    }

    private static Socket connect() throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void drip(Socket socket) {
        try {
            while (!Thread.interrupted()) {
                socket.getOutputStream().write('x');
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException ended) {
            // By the server, or by the test.
        }
    }

    /** Whether the server ends the connection, with or without an answer before. */
    private static boolean ends(Socket socket) {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String readAnswer(Socket socket) throws IOException {
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("answered")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            answer.append((char) next);
        }
        return answer.toString();
    }
}
