package dev.ziffer.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Together;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A database that drops its connections. */
final class DatabaseLossTest {

    private static final int CALLERS = 40;

    @Test
    void goesOnWhenPostgresqlHasDroppedEveryConnection() throws Exception {
        try (Installation installation = Installation.start(Engine.POSTGRESQL, 1, Map.of())) {
            List<String> phones = Stream.generate(Numbers::fresh).limit(CALLERS).toList();
            Together.run(CALLERS, i -> installation.client().send(Numbers.fresh()));
            installation.database().column("""
                    SELECT pg_terminate_backend(pid)
                      FROM pg_stat_activity
                     WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """);

            List<Answer> answers =
                    Together.run(CALLERS, i -> installation.client().send(phones.get(i)));

            for (int i = 0; i < CALLERS; i++) {
                boolean sent = answers.get(i).status() == 204;
                assertThat(installation.twilio().messages(phones.get(i))).hasSize(sent ? 1 : 0);
                if (!sent) {
                    assertUnavailable(answers.get(i));
                }
            }
            assertThat(installation.client().send(Numbers.fresh()).status()).isEqualTo(204);
        }
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("server.unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
    }
}
