package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Faults do what they say, to whom they say, as often as they say. */
final class FaultsTest {

    private Client client;

    @BeforeEach
    void start() throws IOException {
        client = new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0)));
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void droppedAfterAcceptTheMessageIsThereAndTheConnectionEndsWithoutAByte() throws IOException {
        set("fault", "drop_after_accept");

        assertThat(raw("Your code is 123456")).isEmpty();
        assertThat(client.get("/phones/4915123456789/code").body()).isEqualTo("123456\n");
        assertThat(stored()).hasSize(1);
    }

    @Test
    void droppedBeforeAcceptThereIsNothing() throws IOException {
        set("fault", "drop_before_accept");

        assertThat(raw("Your code is 123456")).isEmpty();
        assertThat(stored()).isEmpty();
    }

    @Test
    void tooManyRequestsStoreNothing() {
        set("fault", "too_many_requests");

        HttpResponse<String> response = client.send(Client.PHONE, "Your code is 123456");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Client.json(response).get("code").asInt()).isEqualTo(20429);
        assertThat(Client.json(response).get("status").asInt()).isEqualTo(429);
        assertThat(stored()).isEmpty();
    }

    @Test
    void serverErrorsComeBeforeOrAfterTheMessageIsStored() {
        set("fault", "server_error", "status", "500");
        HttpResponse<String> before = client.send(Client.PHONE, "Your code is 123456");
        assertThat(before.statusCode()).isEqualTo(500);
        assertThat(Client.json(before).get("code").asInt()).isEqualTo(20500);
        assertThat(stored()).isEmpty();

        set("fault", "server_error_after_accept");
        HttpResponse<String> after = client.send(Client.PHONE, "Your code is 123456");
        assertThat(after.statusCode()).isEqualTo(503);
        assertThat(Client.json(after).get("code").asInt()).isEqualTo(20503);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aSlowAnswerComesAfterTheMessageIsStored() throws Exception {
        set("latency", "400");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            var answer = threads.submit(() -> client.send(Client.PHONE, "Your code is 123456"));
            while (stored().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(answer.isDone()).isFalse();
            assertThat(answer.get().statusCode()).isEqualTo(201);
            assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void theNextThreeAreExactlyThreeUnderConcurrency() throws InterruptedException, ExecutionException {
        set("fault", "too_many_requests", "next", "3");
        Callable<Integer> send =
                () -> client.send(Client.PHONE, "Your code is 123456").statusCode();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = threads
                    .invokeAll(Stream.generate(() -> send).limit(40).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers).filteredOn(status -> status == 429).hasSize(3);
            assertThat(answers).filteredOn(status -> status == 201).hasSize(37);
        }
        assertThat(current().get("fault").asString()).isEqualTo("none");
        assertThat(stored()).hasSize(37);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 99, 100})
    void aPercentageIsExactInEveryHundred(int percent) {
        set("fault", "too_many_requests", "percent", String.valueOf(percent));

        long hit = IntStream.range(0, 100)
                .filter(i -> client.send(Client.PHONE, "Your code is 123456").statusCode() == 429)
                .count();

        assertThat(hit).isEqualTo(percent);
    }

    @Test
    void otherRequestsAreHitOnlyWhenAllAreMeant() {
        set("fault", "server_error");
        assertThat(client.get(Client.MESSAGES).statusCode()).isEqualTo(200);

        set("fault", "server_error", "requests", "all");
        assertThat(client.get(Client.MESSAGES).statusCode()).isEqualTo(503);
        assertThat(client.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void areTurnedOff() {
        set("fault", "server_error");
        client.call("DELETE", "/faults");

        assertThat(client.send(Client.PHONE, "Your code is 123456").statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fault=nonsense",
                "requests=some",
                "percent=101",
                "percent=-1",
                "next=0",
                "next=many",
                "latency=60001",
                "status=404"
            })
    void refuseWhatTheyDoNotKnow(String setting) {
        String[] pair = setting.split("=", 2);

        HttpResponse<String> response = client.call("PUT", "/faults", pair[0], pair[1]);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith(pair[0] + " is ");
        assertThat(current().get("fault").asString()).isEqualTo("none");
    }

    @Test
    void refuseWhatIsNoFieldOrNoFormAndChangeNothing() {
        set("fault", "server_error");

        HttpResponse<String> misspelt = client.call("PUT", "/faults", "fault", "too_many_requests", "delay", "100");
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(misspelt.body()).startsWith("delay is no field").contains("latency");

        HttpResponse<String> json = client.exchange(HttpRequest.newBuilder(client.uri("/faults"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"fault\":\"too_many_requests\"}"))
                .build());
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains("application/x-www-form-urlencoded", "application/json");

        HttpResponse<String> query = client.call("PUT", "/faults?fault=too_many_requests");
        assertThat(query.statusCode()).isEqualTo(400);
        assertThat(query.body()).contains("body");

        assertThat(current().get("fault").asString()).isEqualTo("server_error");
    }

    private void set(String... form) {
        assertThat(client.call("PUT", "/faults", form).statusCode()).isEqualTo(200);
    }

    private JsonNode current() {
        return Client.json(client.get("/faults"));
    }

    private JsonNode stored() {
        return Client.json(client.get(Client.MESSAGES)).get("messages");
    }

    /** Sends a message over a socket of its own; returns every byte until the other side closes it. */
    private String raw(String body) throws IOException {
        String form = Client.encoded("To", Client.PHONE, "MessagingServiceSid", Client.SERVICE, "Body", body);
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), client.uri("/").getPort())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + Client.MESSAGES + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                            + Client.AUTHORIZATION
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                            + "\r\n\r\n" + form)
                    .getBytes(UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
