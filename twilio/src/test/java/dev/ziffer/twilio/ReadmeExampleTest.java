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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The example of the README, as it stands there but for the host and the file. */
final class ReadmeExampleTest {

    @Test
    void tenLinesSendACode(@TempDir Path folder) throws Exception {
        Path file =
                Files.writeString(folder.resolve("twilio.json"), Configs.plain().toString());
        try (var twilio = new TwilioServer()) {
            twilio.replies(
                    201, TwilioServer.message(TwilioServer.sid(1), "accepted", "Thu, 24 Aug 2023 05:01:45 +0000"));
            TwilioHosts hosts = (product, region, edge, accountSid) -> twilio.origin();

            var factory = new TwilioConnectorFactory(hosts);
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

    @Test
    void theReadmeSaysTheSame() throws Exception {
        Path module = Path.of(ReadmeExampleTest.class.getResource("/").toURI()).resolve("../..");
        String own = Files.readString(module.resolve("src/test/java/dev/ziffer/twilio/ReadmeExampleTest.java"));
        String readme = Files.readString(module.resolve("../README.md"));
        Matcher example = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL).matcher(readme);

        assertThat(example.find()).isTrue();
        assertThat(example.group(1)).contains("sms.send(");
        assertThat(inOneLine(own))
                .contains(inOneLine(example.group(1)
                        .replace("new TwilioConnectorFactory()", "new TwilioConnectorFactory(hosts)")
                        .replace("Path.of(\"twilio.json\")", "file")));
    }

    /** However it is indented and broken into lines. */
    private static String inOneLine(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
