package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.Message;
import dev.ziffer.connector.Receipt;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.connector.UsageType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The example of the README, as it stands there but for the factory and the file. */
final class ReadmeExampleTest {

    @Test
    void tenLinesSendACode(@TempDir Path folder) throws Exception {
        Path file =
                Files.writeString(folder.resolve("twilio.json"), Configs.plain().toString());
        try (var twilio = new TwilioServer()) {
            twilio.replies(
                    201, TwilioServer.message(TwilioServer.sid(1), "accepted", "Thu, 24 Aug 2023 05:01:45 +0000"));
            var factory = new TwilioConnectorFactory((product, region, edge, accountSid) -> twilio.origin());

            // README: new TwilioConnectorFactory() and Path.of("twilio.json")
            SmsConnector sms = factory.open(JsonMapper.shared().readTree(Files.readString(file)), 6);
            String code = "%06d".formatted(new SecureRandom().nextInt(1_000_000));
            try {
                Receipt receipt =
                        sms.send(new Message("+14155550132", UsageType.SIGN_IN, "en", code, Duration.ofMinutes(10), 1));
                System.out.println(receipt.messageId() + " " + receipt.status().wireName());
            } catch (ConnectorException e) {
                System.err.println(e.operatorText(Locale.ENGLISH));
            }

            assertThat(twilio.requests().getFirst().form()).containsEntry("Body", code + " signs you in.");
        }
    }
}
