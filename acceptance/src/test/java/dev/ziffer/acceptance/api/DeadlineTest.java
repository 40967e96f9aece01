package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Reaction;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a caller waits for Twilio. */
final class DeadlineTest {

    @Test
    void waitsEightSecondsAndThenSaysThatTheCodeMayStillArrive() throws Exception {
        ApiServer server = ApiServer.on(Engine.SQLITE);
        String phone = Numbers.fresh();
        server.twilio().next(Reaction.ACCEPT_AND_SILENCE);

        long begun = System.nanoTime();
        error(server.api().send(phone), 504, "connector.outcome_unknown");

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(20));
        success(server.api().verify(phone, server.twilio().code(phone)), 204);
    }
}
