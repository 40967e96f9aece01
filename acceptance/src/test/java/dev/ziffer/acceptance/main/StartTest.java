package dev.ziffer.acceptance.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Credentials;
import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Server;
import dev.ziffer.acceptance.TwilioAccount;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start says, and what one that cannot be says. */
final class StartTest {

    @Test
    void saysSandboxAsLongAsNoSmsLeavesThisMachine() throws Exception {
        try (Server server = Server.start(Database.sqlite(), Map.of("ZIFFER_SANDBOX", "true"))) {
            assertThat(server.output()
                            .lines()
                            .filter(line -> line.startsWith("{"))
                            .findFirst())
                    .hasValueSatisfying(first -> assertThat(first).contains("SANDBOX"));
            Client client = server.client();
            assertThat(health(client).json().path("mode").asString("")).isEqualTo("SANDBOX");

            client.saveConnector(TwilioAccount.TEST);
            assertThat(health(client).json().has("mode")).isFalse();
        }
    }

    @Test
    void saysNothingOfASandboxThatThereIsNot() throws Exception {
        try (Server server = Server.start(Database.sqlite(), Map.of())) {
            assertThat(server.output()).doesNotContain("SANDBOX");
            assertThat(health(server.client()).json().has("mode")).isFalse();
        }
    }

    @Test
    void printsCommandsThatReadTheVariablesItWasGiven() throws Exception {
        try (Server server = Server.start(Database.sqlite(), Map.of("ZIFFER_SANDBOX", "true"))) {
            assertThat(server.output())
                    .contains("-u \"$ZIFFER_MANAGEMENT_CLIENT_ID:$ZIFFER_MANAGEMENT_CLIENT_SECRET\"")
                    .doesNotContain("management-client", Credentials.TEST.secret());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZIFFER_PORT", "ZIFFER_SANDBOX_PORT", "ZIFFER_METRICS_PORT"})
    void namesThePortThatIsTaken(String variable) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(variable, String.valueOf(taken.getLocalPort()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ZIFFER_MAX_SENDS, 1000001",
        "ZIFFER_ADDRESS, 192.0.2.1",
    })
    void namesTheVariableThatCannotBe(String variable, String value) throws Exception {
        assertRefused(variable, value);
    }

    /** One sentence and no stack trace. */
    private static void assertRefused(String variable, String value) throws Exception {
        try (Server server = Server.launch(Database.sqlite(), Map.of("ZIFFER_SANDBOX", "true", variable, value))) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.output()).contains(variable).doesNotContain("\tat ", "\\tat ", "Exception");
        }
    }

    private static Answer health(Client client) throws Exception {
        return client.exchange(client.request("/health"));
    }
}
