package dev.ziffer.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.HttpMessage;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Together;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients that keep a connection for long, are slow, or say too much. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConnectionTest {

    /** More than any body may have. */
    private static final int TOO_MUCH = 70_000;

    private static final int CONNECT_MILLIS = 2_000;

    private Installation installation;
    private Client client;

    @BeforeAll
    void start() throws Exception {
        installation = Installation.start(Engine.SQLITE, 1, Map.of());
        client = installation.client();
    }

    @AfterAll
    void end() throws Exception {
        installation.close();
    }

    @Test
    void servesOneConnectionForAsManyRequestsAsItHas() throws Exception {
        try (RawClient connection = connect()) {
            for (int i = 0; i < 300; i++) {
                connection.write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(connection.read()).as("answer %d", i).get().satisfies(answer -> {
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.last()).isFalse();
                });
            }
        }
    }

    @Test
    void endsSlowClientsAndServesOthersMeanwhile() throws Exception {
        List<RawClient> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                slow.add(connect().write("GET /health HT"));
                slow.add(connect().write(check() + "Content-Length: 1000\r\n\r\n{"));
            }

            String phone = Numbers.fresh();
            assertThat(client.send(phone).status()).isEqualTo(204);
            assertThat(client.verify(phone, installation.twilio().code(phone)).status())
                    .isEqualTo(204);

            for (RawClient connection : slow) {
                assertRefused(connection.read());
            }
        } finally {
            for (RawClient connection : slow) {
                connection.close();
            }
        }
    }

    @Test
    void endsRequestsThatComeByDrops() throws Exception {
        String form = """
                POST /oidc/token HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-www-form-urlencoded\r
                """;
        List<String> beginnings = List.of(
                check() + "Content-Length: 60000\r\n\r\n{\"phone\":\"",
                "GET /",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Drops: ",
                form + "Content-Length: 8000\r\n\r\ngrant_type=",
                form + "Transfer-Encoding: chunked\r\n\r\n1F40\r\ngrant_type=",
                // Refused before the body is read.
                "POST /api/verification-codes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n");
        List<RawClient> dripping = new ArrayList<>();
        List<Thread> drops = new ArrayList<>();
        try {
            for (String beginning : beginnings) {
                RawClient connection = connect().write(beginning);
                dripping.add(connection);
                drops.add(Thread.startVirtualThread(() -> drip(connection)));
            }

            for (RawClient connection : dripping) {
                Optional<HttpMessage> answer = connection.read();
                assertRefused(answer);
                if (answer.isPresent()) {
                    assertThat(connection.read()).isEmpty();
                }
            }
        } finally {
            drops.forEach(Thread::interrupt);
            for (RawClient connection : dripping) {
                connection.close();
            }
        }
    }

    @Test
    void refusesManyFormsThatAnnounceTooMuchBeforeTheyCome() throws Exception {
        String form = "POST /oidc/token HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 65000\r\n\r\ng";

        List<Optional<HttpMessage>> answers = Together.run(1_500, _ -> answer(form));

        assertThat(answers).filteredOn(Optional::isPresent).isNotEmpty().allSatisfy(ConnectionTest::assertTooLarge);
        assertHealthy();
    }

    /** What is answered to this beginning of a request; nothing where the server has connections enough. */
    private Optional<HttpMessage> answer(String beginning) throws IOException {
        RawClient connection;
        try {
            connection = new RawClient(installation.server(), CONNECT_MILLIS);
        } catch (SocketTimeoutException full) {
            return Optional.empty();
        }
        try (connection) {
            return connection.write(beginning).read();
        }
    }

    @Test
    void refusesHeadersThatAreTooLong() throws Exception {
        try (RawClient connection = connect()) {
            connection.write("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n");
            assertRefused(connection.read());
        }
        assertHealthy();
    }

    @Test
    void refusesBodiesThatAreTooLong() throws Exception {
        String head = check();
        try (RawClient stated = connect();
                RawClient chunked = connect()) {
            stated.write(head + "Content-Length: " + TOO_MUCH + "\r\n\r\n" + "x".repeat(TOO_MUCH));
            assertTooLarge(stated.read());

            chunked.write(head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(TOO_MUCH)
                    + "\r\n{\"phone\":\"" + "x".repeat(TOO_MUCH - 10) + "\r\n0\r\n\r\n");
            assertTooLarge(chunked.read());
        }
        assertHealthy();
    }

    /** The beginning of a check, up to what says how long its body is. */
    private String check() throws Exception {
        return String.join(
                "\r\n",
                "POST /api/verification-codes/verify HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Authorization: Bearer " + client.token(),
                "");
    }

    private RawClient connect() throws IOException {
        return new RawClient(installation.server());
    }

    private static void drip(RawClient connection) {
        try {
            while (!Thread.interrupted()) {
                connection.write("x");
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException ended) {
            // By the server, or by the test.
        }
    }

    /** Either ended without a word, or refused with a body that says why. */
    private static void assertRefused(Optional<HttpMessage> answer) {
        assertThat(answer).satisfiesAnyOf(none -> assertThat(none).isEmpty(), some -> {
            HttpMessage refusal = some.orElseThrow();
            assertThat(refusal.status()).isBetween(400, 499);
            JsonNode error = new JsonMapper().readTree(refusal.body());
            assertThat(error.path("code").asString("")).isNotBlank();
            assertThat(error.path("message").asString("")).isNotBlank();
        });
    }

    private static void assertTooLarge(Optional<HttpMessage> answer) {
        assertThat(answer).get().satisfies(refusal -> {
            assertThat(refusal.status()).isEqualTo(413);
            assertThat(refusal.body()).contains("\"request.too_large\"");
        });
    }

    private void assertHealthy() throws Exception {
        assertThat(client.exchange(client.request("/health")).status()).isEqualTo(200);
    }
}
