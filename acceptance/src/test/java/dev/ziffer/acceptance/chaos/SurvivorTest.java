package dev.ziffer.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Reaction;
import dev.ziffer.acceptance.Wait;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two servers, of which one ends in the middle of a send. */
final class SurvivorTest {

    @Test
    void settlesTheMessagesOfAKilledServer() throws Exception {
        try (Installation installation = Installation.start(Engine.POSTGRESQL, 2, Map.of())) {
            String phone = Numbers.fresh();
            Client killed = installation.client(0);
            Client survivor = killed.at(installation.servers().get(1));
            installation.twilio().next(Reaction.ACCEPT_AND_SILENCE);
            Thread.startVirtualThread(() -> {
                try {
                    killed.send(phone);
                } catch (IOException cut) {
                    // By the kill.
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Wait.until(
                    "Twilio has the message",
                    () -> installation.twilio().messages(phone).size() == 1);

            installation.server().kill();

            var message = survivor.messages(phone).get(0);
            assertThat(message.path("state").asString()).isEqualTo("requested");
            new Clockwork(installation.database())
                    .letItBeAsked(message.path("id").asString());
            assertThat(survivor.messages(phone).get(0).path("state").asString()).isEqualTo("sent");
            assertThat(survivor.verify(phone, installation.twilio().code(phone)).status())
                    .isEqualTo(204);
            assertThat(installation.twilio().requests(phone)).isEqualTo(1);
        }
    }
}
