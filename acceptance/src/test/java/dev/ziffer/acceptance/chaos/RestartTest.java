package dev.ziffer.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Server;
import dev.ziffer.acceptance.TestSandbox;
import dev.ziffer.acceptance.TwilioAccount;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The jar as it is, without what makes its start quick. */
final class RestartTest {

    @Test
    void keepsCodesConnectorsAndTokensOverAKill() throws Exception {
        try (TestSandbox sandbox = TestSandbox.start();
                Server server = Server.startJar(
                        Database.sqlite(),
                        Map.of("ZIFFER_TWILIO_API_URL", sandbox.uri().toString()))) {
            Client client = server.client();
            String phone = Numbers.fresh();
            assertThat(client.saveConnector(TwilioAccount.TEST).status()).isEqualTo(200);
            Answer sent = client.send(phone);
            assertThat(sent.status()).as("%s", sent).isEqualTo(204);

            server.kill();
            server.restart();

            assertThat(client.message(sent.messageId()).path("state").asString())
                    .isNotEqualTo("requested");
            assertThat(client.send(phone).status()).isEqualTo(204);
            assertThat(sandbox.count(phone)).isEqualTo(2);
            assertThat(client.verify(phone, sandbox.code(phone)).status()).isEqualTo(204);
        }
    }
}
