package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each number that is not a phone does what is said of it. */
final class TestNumbersTest {

    private final SettableClock clock = new SettableClock();
    private Client client;

    @BeforeEach
    void start() throws IOException {
        client = new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0).withClock(clock)));
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "+15005550001, 21211",
        "+15005550002, 21612",
        "+15005550003, 21408",
        "+15005550004, 21610",
        "+15005550009, 21614",
    })
    void recipientsOfTwiliosTestCredentialsAreRefused(String to, int code) {
        HttpResponse<String> response = client.send(to, "Your code is 123456");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).get("code").asInt()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "+15005550001, 400, 21212",
        "+15005550007, 400, 21606",
        "+15005550008, 429, 21611",
        "+4915111111111, 400, 21606",
    })
    void sendersOfTwiliosTestCredentialsAreRefused(String from, int status, int code) {
        HttpResponse<String> response =
                client.post(Client.MESSAGES, "To", Client.PHONE, "From", from, "Body", "Your code is 123456");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Client.json(response).get("code").asInt()).isEqualTo(code);
    }

    @Test
    void theAccountsOwnNumberSends() {
        HttpResponse<String> response =
                client.post(Client.MESSAGES, "To", Client.PHONE, "From", "+15005550006", "Body", "Your code is 123456");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(Client.json(response).get("status").asString()).isEqualTo("queued");
        assertThat(Client.json(client.post(
                                Client.MESSAGES, "To", "+15005550006", "From", "+15005550006", "Body", "To itself"))
                        .get("code")
                        .asInt())
                .isEqualTo(21266);
    }

    @ParameterizedTest
    @CsvSource({
        "+15005530003, undelivered, 30003",
        "+15005530005, undelivered, 30005",
        "+15005530006, undelivered, 30006",
        "+15005530007, undelivered, 30007",
        "+15005530008, undelivered, 30008",
        "+15005530034, undelivered, 30034",
        "+15005521610, failed,      21610",
    })
    void messagesThatWereAcceptedEndBadly(String to, String status, int code) {
        HttpResponse<String> response = client.send(to, "Your code is 123456");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(Client.json(response).get("error_code").isNull()).isTrue();

        clock.advance(Duration.ofSeconds(2));

        JsonNode message = fetched(response);
        assertThat(message.get("status").asString()).isEqualTo(status);
        assertThat(message.get("error_code").asInt()).isEqualTo(code);
        assertThat(message.get("error_message").asString()).isNotBlank();
        assertThat(client.get("/phones/" + to.substring(1) + "/code").body()).contains(String.valueOf(code));
    }

    @Test
    void oneStaysInTheQueueUntilItsValidityEnds() {
        HttpResponse<String> response = client.post(
                Client.MESSAGES,
                "To",
                "+15005530036",
                "MessagingServiceSid",
                Client.SERVICE,
                "Body",
                "Your code is 123456",
                "ValidityPeriod",
                "600");

        clock.advance(Duration.ofSeconds(599));
        assertThat(fetched(response).get("status").asString()).isEqualTo("queued");
        clock.advance(Duration.ofSeconds(1));
        assertThat(fetched(response).get("status").asString()).isEqualTo("failed");
        assertThat(fetched(response).get("error_code").asInt()).isEqualTo(30036);
    }

    @Test
    void oneIsSentAndNeverReported() {
        HttpResponse<String> response = client.send("+15005550010", "Your code is 123456");

        clock.advance(Duration.ofDays(1));

        assertThat(fetched(response).get("status").asString()).isEqualTo("sent");
    }

    @ParameterizedTest
    @MethodSource("all")
    void isDocumented(TestNumbers.TestNumber number) throws IOException {
        String guide = Files.readString(Path.of("../docs/sandbox.md"));
        String code = number.code() == null ? "" : number.code().toString();

        assertThat(guide.lines().filter(line -> line.startsWith("| `" + number.number() + "`")))
                .as("the guide's line of %s", number.number())
                .anySatisfy(line -> assertThat(line).contains(number.en()).contains(code));
    }

    static Stream<TestNumbers.TestNumber> all() {
        return TestNumbers.ALL.stream();
    }

    private JsonNode fetched(HttpResponse<String> created) {
        return Client.json(client.get(Client.json(created).get("uri").asString()));
    }
}
