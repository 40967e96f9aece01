package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is printed of a request or an answer holds neither number nor code nor secret. */
final class SecrecyTest {

    @Test
    void anAnswerHidesItsBody() {
        var answer = new Answer(201, "RQ1", Optional.of(Duration.ofSeconds(3)), "987654 is your code.");

        assertThat(answer.toString()).contains("201", "RQ1").doesNotContain("987654");
    }

    @Test
    void aPageHidesTheBodiesOfItsMessages() throws Exception {
        var answer = new Answer(
                200,
                null,
                Optional.empty(),
                "{\"messages\": ["
                        + TwilioServer.message(TwilioServer.sid(1), "sent", "Thu, 24 Aug 2023 05:01:45 +0000") + "]}");

        assertThat(MessageJson.page(answer).toString())
                .contains(TwilioServer.sid(1))
                .doesNotContain("123456")
                .doesNotContain("4155550132");
    }

    @Test
    void aConfigurationHidesItsSecrets() {
        TwilioConfig config = new ConfigReader(
                        Configs.plain().put("apiKeySID", "SK" + "1".repeat(32)).put("apiKeySecret", "hush"), 6)
                .read();

        assertThat(Objects.requireNonNull(config).toString())
                .contains(Configs.ACCOUNT_SID)
                .doesNotContain("hush")
                .doesNotContain("fedcba9876543210");
    }
}
