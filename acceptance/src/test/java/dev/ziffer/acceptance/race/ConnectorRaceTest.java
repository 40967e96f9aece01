package dev.ziffer.acceptance.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Together;
import dev.ziffer.acceptance.TwilioAccount;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Many connectors saved at once. */
@ParameterizedClass
@EnumSource
final class ConnectorRaceTest {

    private static final int ROUNDS = 3;
    private static final int CALLERS = 20;

    private final Installation installation;

    ConnectorRaceTest(Topology topology) throws Exception {
        this.installation = topology.shared();
    }

    @RepeatedTest(ROUNDS)
    void leaveOneConnectorThatIsWholeAndSends() throws Exception {
        List<Answer> answers = Together.run(CALLERS, i -> installation.client(i).saveConnector(account(i)));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        JsonNode connectors =
                installation.client().call("GET", "/api/connectors", null).json();
        assertThat(connectors).hasSize(1);
        // It is one of those that were saved, not a mixture of two.
        assertThat(answers).extracting(Answer::json).contains(connectors.get(0));
        String phone = Numbers.fresh();
        for (var client : installation.clients()) {
            Answer sent = client.send(phone);
            assertThat(sent.status()).as("%s", sent).isEqualTo(204);
            assertThat(client.message(sent.messageId()).path("connectorId"))
                    .isEqualTo(connectors.get(0).path("id"));
        }
    }

    private static TwilioAccount account(int number) {
        String service = "MG" + String.valueOf(100 + number).repeat(11).substring(1);
        return new TwilioAccount(TwilioAccount.TEST.sid(), TwilioAccount.TEST.authToken(), service);
    }
}
