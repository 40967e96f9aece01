package dev.ziffer.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Reaction;
import dev.ziffer.acceptance.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A server that is asked to end, by SIGTERM. */
final class ShutdownTest {

    @Test
    void finishesWhatItSendsAndTakesNothingNew() throws Exception {
        try (Installation installation = Installation.start(Engine.SQLITE, 1, Map.of());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Client client = installation.client();
            String phone = Numbers.fresh();
            var answer = new CountDownLatch(1);
            installation.twilio().next(Reaction.acceptAndHold(answer));
            Future<Answer> sending = threads.submit(() -> client.send(phone));
            Wait.until(
                    "Twilio has the message",
                    () -> installation.twilio().messages(phone).size() == 1);

            installation.server().terminate();
            Wait.until(
                    "new requests are not served",
                    () -> !served(installation.server().port()));
            assertThat(sending.isDone()).isFalse();
            answer.countDown();

            assertThat(sending.get().status()).isEqualTo(204);
            installation.server().awaitEnd();
            assertThat(installation.database().column("SELECT state FROM message"))
                    .containsExactly("accepted");
        }
    }

    /** Whether a new connection gets an answer soon. */
    private static boolean served(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream()
                    .write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException notServed) {
            return false;
        }
    }
}
