package dev.ziffer.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Server;
import dev.ziffer.acceptance.TestSandbox;
import dev.ziffer.acceptance.TwilioAccount;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What outlives a server: everything that it has answered. */
final class RestartTest {

    @ParameterizedTest
    @EnumSource
    void keepsCodesConnectorsAndTokensOverAKill(Engine engine) throws Exception {
        try (TestSandbox sandbox = TestSandbox.start();
                Server server = Server.start(
                        Database.of(engine),
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
            assertThat(client.verify(phone, sandbox.code(phone)).status()).isEqualTo(204);
        }
    }
}
