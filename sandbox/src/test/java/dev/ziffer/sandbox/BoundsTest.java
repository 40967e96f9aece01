package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Memory has bounds, and broken input is refused. */
final class BoundsTest {

    @Test
    void theOldestMessageIsForgottenForTheNext() throws IOException {
        try (Client client = new Client(Sandbox.start(
                SandboxOptions.DEFAULTS.withPort(0).withMaxMessages(3).withPace(Duration.ZERO)))) {
            for (int i = 0; i < 5; i++) {
                client.send("+491512345678" + i, "Your code is 12345" + i);
            }

            assertThat(client.get("/phones/4915123456781/code").statusCode()).isEqualTo(404);
            assertThat(client.get("/phones/4915123456782/code").body()).isEqualTo("123452\n");
            var listed = Client.json(client.get(Client.MESSAGES)).get("messages");
            assertThat(listed).hasSize(3);
            client.call("DELETE", listed.get(1).get("uri").asString());
            client.send("+4915123456785", "Your code is 123455");
            assertThat(Client.json(client.get(Client.MESSAGES)).get("messages")).hasSize(3);
        }
    }

    @Test
    void refusalsAndOtherIncidentsAreForgottenToo() {
        Incidents incidents = new Incidents();
        for (int i = 0; i < 300; i++) {
            incidents.add(new Incidents.Incident(
                    i, Client.PHONE, Client.PHONE, TwilioError.NO_BODY, 400, false, Instant.EPOCH));
        }

        assertThat(incidents.all()).hasSize(200).last().returns(299L, Incidents.Incident::sequence);
    }

    @Test
    void bodiesOver64KibibytesAreRefused() throws IOException {
        try (Client client = new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0)))) {
            HttpResponse<String> refused = client.send(Client.PHONE, "x".repeat(70_000));
            assertThat(refused.statusCode()).isEqualTo(413);
            assertTwilios(refused);
            assertThat(client.post("/phones/4915123456789/replies", "body", "x".repeat(70_000))
                            .body())
                    .startsWith("The body is larger");
            assertThat(client.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void brokenEncodingIsRefused() throws IOException {
        try (Client client = new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0)))) {
            HttpResponse<String> response =
                    client.exchange(HttpRequest.newBuilder(client.uri("/phones/4915123456789/replies"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("body=%zz"))
                            .build());

            assertThat(response.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void brokenEncodingIsRefusedByTwiliosApiInItsShape() throws IOException {
        try (Client client = new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0)))) {
            HttpResponse<String> body = client.exchange(HttpRequest.newBuilder(client.uri(Client.MESSAGES))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Authorization", Client.AUTHORIZATION)
                    .POST(HttpRequest.BodyPublishers.ofString("Body=%zz"))
                    .build());
            assertThat(body.statusCode()).isEqualTo(400);
            assertTwilios(body);
        }
    }

    @Test
    void aFaultOfItsOwnIsAnErrorInTwiliosShape() throws IOException {
        SettableClock clock = new SettableClock();
        try (Client client =
                new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0).withClock(clock)))) {
            clock.breakDown();
            HttpResponse<String> response = client.send(Client.PHONE, "Your code is 123456");

            assertThat(response.statusCode()).isEqualTo(500);
            assertTwilios(response);
        }
    }

    @Test
    void atOnceAMessageIsFinalAfterItsAnswer() throws IOException {
        try (Client client =
                new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0).withPace(Duration.ZERO)))) {
            var created = Client.json(client.send(Client.PHONE, "Your code is 123456"));

            assertThat(created.get("status").asString()).isEqualTo("accepted");
            assertThat(created.get("from").isNull()).isTrue();
            assertThat(Client.json(client.get(created.get("uri").asString()))
                            .get("status")
                            .asString())
                    .isEqualTo("delivered");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS.withPort(0))) {
            SandboxOptions same = SandboxOptions.DEFAULTS.withPort(sandbox.port());

            assertThatThrownBy(() -> Sandbox.start(same))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(String.valueOf(sandbox.port()));
        }
    }

    private static void assertTwilios(HttpResponse<String> response) {
        assertThat(Client.json(response).propertyNames()).containsExactly("code", "message", "more_info", "status");
        assertThat(Client.json(response).get("status").asInt()).isEqualTo(response.statusCode());
    }
}
