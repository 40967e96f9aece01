package dev.ziffer.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Reaction;
import dev.ziffer.acceptance.Server;
import dev.ziffer.acceptance.TwilioStandIn;
import dev.ziffer.acceptance.Wait;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A server that is killed in the middle of a send, and started again. */
@ParameterizedClass
@EnumSource
final class KillTest {

    private final Installation installation;
    private final Server server;
    private final Client client;
    private final TwilioStandIn twilio;
    private final Database database;
    private final String phone = Numbers.fresh();

    KillTest(Engine engine) throws Exception {
        this.installation = Installation.start(engine, 1, Map.of());
        this.server = installation.server();
        this.client = installation.client();
        this.twilio = installation.twilio();
        this.database = installation.database();
    }

    @AfterEach
    void end() throws Exception {
        installation.close();
    }

    @Test
    void neverSendsWhatWasLostOnItsWayToTwilio() throws Exception {
        twilio.next(Reaction.LOSE);
        beginSend();
        Wait.until("the request is on its way", () -> twilio.requests(phone) == 1);

        server.kill();
        assertThat(states()).isEqualTo("[requested]");
        server.restart();

        for (int asks = 0; asks < 3; asks++) {
            assertThat(ledger().path("state").asString()).isEqualTo(asks == 0 ? "requested" : "unknown");
            letItBeAsked();
        }
        assertThat(ledger().path("state").asString()).isEqualTo("not_sent");
        assertThat(twilio.requests(phone)).isEqualTo(1);
        assertThat(twilio.messages(phone)).isEmpty();

        // The code is not lost: the next send carries it.
        assertThat(client.send(phone).status()).isEqualTo(204);
        assertThat(client.verify(phone, twilio.code(phone)).status()).isEqualTo(204);
    }

    @Test
    void findsWhatTwilioTookAndNeverSendsItAgain() throws Exception {
        twilio.next(Reaction.ACCEPT_AND_SILENCE);
        beginSend();
        Wait.until("Twilio has the message", () -> twilio.messages(phone).size() == 1);

        server.kill();
        assertThat(states()).isEqualTo("[requested]");
        server.restart();

        assertFound();
    }

    @Test
    void findsWhatTwilioAnsweredBeforeTheLedgerCouldBeTold() throws Exception {
        var answer = new CountDownLatch(1);
        twilio.next(Reaction.acceptAndHold(answer));
        beginSend();
        Wait.until("Twilio has the message", () -> twilio.messages(phone).size() == 1);

        try (var lock = new LedgerLock(database)) {
            answer.countDown();
            lock.awaitWaiter();
            server.kill();
        }
        assertThat(states()).isEqualTo("[requested]");
        server.restart();

        assertFound();
    }

    /** Sends from a thread of its own, whose connection the kill cuts. */
    private void beginSend() throws Exception {
        client.token();
        Thread.startVirtualThread(() -> {
            try {
                client.send(phone);
            } catch (IOException cut) {
                // By the kill.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void assertFound() throws Exception {
        assertThat(ledger().path("state").asString()).isEqualTo("requested");
        letItBeAsked();
        assertThat(ledger().path("state").asString()).isEqualTo("sent");
        assertThat(ledger().path("twilioSid").asString())
                .isEqualTo(twilio.messages(phone).getFirst().sid());
        assertThat(twilio.requests(phone)).isEqualTo(1);
        assertThat(client.verify(phone, twilio.code(phone)).status()).isEqualTo(204);
    }

    private String states() throws Exception {
        return database.column("SELECT state FROM message").toString();
    }

    private JsonNode ledger() throws Exception {
        return client.messages(phone).get(0);
    }

    private void letItBeAsked() throws Exception {
        new Clockwork(database).letItBeAsked(ledger().path("id").asString());
    }
}
