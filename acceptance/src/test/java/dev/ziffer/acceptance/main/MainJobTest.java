package dev.ziffer.acceptance.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.main.TwilioHost.Received;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class MainJobTest {

    private static final Pattern STATUS = Pattern.compile("HTTP/1.1 ([0-9]{3})");

    private static final String ACCOUNT = "AC" + "1".repeat(32);
    private static final String AUTH_TOKEN = "a".repeat(32);
    private static final String SERVICE = "MG" + "1".repeat(32);

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void thePrintedCommandsWorkAtEveryStartAndReachTwilioOnceItsConnectorIsSaved() throws Exception {
        Checkout checkout = Checkout.in(folder);
        try (Checkout.Running first = checkout.run(Map.of())) {
            assertThat(first.screen()).anyMatch(line -> line.contains("SANDBOX: no SMS leaves this machine"));
            assertThat(statuses(Shell.paste(first.command(1), first.command(2), first.command(3))))
                    .containsExactly("204", "204");
        }

        try (TwilioHost twilio = TwilioHost.start(Files.createDirectory(folder.resolve("tls")));
                Checkout.Running second = checkout.run(Map.of("JAVA_TOOL_OPTIONS", twilio.javaOptions()))) {
            assertThat(statuses(Shell.paste(second.command(1), second.command(2), second.command(3))))
                    .containsExactly("204", "204");
            assertThat(twilio.received()).isEmpty();

            assertThat(statuses(Shell.paste(second.command(1), filledIn(second.comment()), second.command(2))))
                    .containsExactly("200", "204");
            assertIsOurs(Objects.requireNonNull(
                    twilio.received().poll(30, TimeUnit.SECONDS), "Twilio's host was not called"));
        }
    }

    private static void assertIsOurs(Received request) {
        assertThat(request.serverName()).contains("api.twilio.com");
        assertThat(request.host()).isEqualTo("api.twilio.com");
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json");
        assertThat(request.authorization()).isEqualTo("Basic " + base64(ACCOUNT + ":" + AUTH_TOKEN));
        assertThat(request.form())
                .contains("To=%2B447700900123")
                .contains("MessagingServiceSid=" + SERVICE)
                .containsPattern("Body=[0-9]{6}\\+is\\+your\\+verification\\+code");
    }

    private static String filledIn(String command) {
        return command.replace("\"AC…\"", '"' + ACCOUNT + '"')
                .replace("\"authToken\": \"…\"", "\"authToken\": \"" + AUTH_TOKEN + '"')
                .replace("\"MG…\"", '"' + SERVICE + '"');
    }

    private static List<String> statuses(String printed) {
        return STATUS.matcher(printed).results().map(status -> status.group(1)).toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
