package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What happens when a phone replies. */
final class RepliesTest {

    private static final String REPLIES = "/phones/" + Client.PHONE.substring(1) + "/replies";

    private Client client;

    @BeforeEach
    void start() throws IOException {
        client = new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0)));
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", " stop ", "StopAll", "UNSUBSCRIBE", "cancel", "End", "quit", "OPTOUT", "revoke"})
    void stopRefusesWhatFollowsUntilStart(String word) {
        client.send(Client.PHONE, "Your code is 123456");

        JsonNode messages = Client.json(client.post(REPLIES, "body", word));
        assertThat(messages).hasSize(2);
        assertThat(messages.get(1).get("direction").asString()).isEqualTo("outbound-reply");
        assertThat(messages.get(1).get("body").asString()).contains("START");

        HttpResponse<String> refused = client.send(Client.PHONE, "Your code is 654321");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Client.json(refused).get("code").asInt()).isEqualTo(21610);
        assertThat(client.get("/phones/4915123456789/code").body()).isEqualTo("123456\n");

        client.post(REPLIES, "body", "start");
        assertThat(client.send(Client.PHONE, "Your code is 654321").statusCode())
                .isEqualTo(201);
    }

    @Test
    void stopIsMeantForOnePhoneAndWhateverNumberSends() {
        client.send(Client.PHONE, "Your code is 123456");
        client.post(REPLIES, "body", "STOP");

        HttpResponse<String> fromNumber = sendFrom(TestNumbers.SENDER);
        assertThat(fromNumber.statusCode()).isEqualTo(400);
        assertThat(Client.json(fromNumber).get("code").asInt()).isEqualTo(21610);
        assertThat(sendFrom("Acme").statusCode())
                .as("nobody can reply STOP to a name")
                .isEqualTo(201);
        assertThat(client.send("+4915123456780", "Your code is 123456").statusCode())
                .isEqualTo(201);
    }

    @Test
    void startUndoesStopWhoeverSentInBetween() {
        sendFrom(TestNumbers.SENDER);
        client.send(Client.PHONE, "Your code is 123456");
        client.post(REPLIES, "body", "STOP");
        sendFrom("Acme");

        assertThat(Client.json(client.post(REPLIES, "body", "START"))).hasSize(2);

        assertThat(client.send(Client.PHONE, "Your code is 654321").statusCode())
                .isEqualTo(201);
        assertThat(sendFrom(TestNumbers.SENDER).statusCode()).isEqualTo(201);
    }

    @Test
    void startIsHeardAfterEveryMessageOfAProgramIsDeleted() throws IOException {
        try (Client atOnce =
                new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0).withPace(Duration.ZERO)))) {
            String sent = Client.json(atOnce.send(Client.PHONE, "Your code is 123456"))
                    .get("uri")
                    .asString();
            atOnce.post(REPLIES, "body", "STOP");
            atOnce.call("DELETE", sent);
            atOnce.post(REPLIES, "body", "START");

            assertThat(atOnce.send(Client.PHONE, "Your code is 654321").statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void aReplyGoesToTheNewestSenderThatIsANumber() {
        client.send(Client.PHONE, "Your code is 123456");
        sendFrom("Acme");

        JsonNode reply = Client.json(client.post(REPLIES, "body", "Thanks")).get(0);

        assertThat(reply.get("sender").asString()).isEqualTo(TestNumbers.SENDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please stop", "Thanks", "STOP!"})
    void otherWordsAreOnlyTaken(String text) {
        client.send(Client.PHONE, "Your code is 123456");

        assertThat(Client.json(client.post(REPLIES, "body", text))).hasSize(1);
        assertThat(client.send(Client.PHONE, "Your code is 654321").statusCode())
                .isEqualTo(201);
    }

    @Test
    void helpIsAnsweredAndChangesNothing() {
        client.send(Client.PHONE, "Your code is 123456");

        assertThat(Client.json(client.post(REPLIES, "body", "HELP"))).hasSize(2);
        assertThat(client.send(Client.PHONE, "Your code is 654321").statusCode())
                .isEqualTo(201);
    }

    @Test
    void aReplyIsAnInboundMessageOfTheAccount() {
        client.send(Client.PHONE, "Your code is 123456");
        client.post(REPLIES, "body", "Thanks, 999999");

        JsonNode reply = Client.json(client.get(Client.MESSAGES + "?From=%2B4915123456789"))
                .get("messages")
                .get(0);
        assertThat(reply.get("direction").asString()).isEqualTo("inbound");
        assertThat(reply.get("status").asString()).isEqualTo("received");
        assertThat(reply.get("to").asString()).isEqualTo(TestNumbers.SENDER);
        assertThat(client.get("/phones/4915123456789/code").body())
                .as("digits in a reply are no code")
                .isEqualTo("123456\n");
    }

    @Test
    void aPhoneWithoutMessagesHasNothingToReplyTo() {
        assertThat(client.post(REPLIES, "body", "STOP").statusCode()).isEqualTo(404);
        assertThat(client.post(REPLIES, "body", "").statusCode()).isEqualTo(400);
        assertThat(client.post(REPLIES, "body", "x".repeat(1_601)).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> sendFrom(String sender) {
        return client.post(Client.MESSAGES, "To", Client.PHONE, "From", sender, "Body", "Your code is 654321");
    }
}
