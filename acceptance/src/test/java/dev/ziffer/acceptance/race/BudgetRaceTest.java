package dev.ziffer.acceptance.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Credentials;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Server;
import dev.ziffer.acceptance.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The wrong tries of a number and purpose in a day, spent by starts at once. */
@ParameterizedClass
@EnumSource
final class BudgetRaceTest {

    private static final int ROUNDS = 3;
    private static final int BUDGET = 100;
    private static final int APPLICATIONS = 10;

    /** So that five verifications spend the budget, within the ten sends that the number may get. */
    private static final int CAP = 20;

    private final Installation installation;

    BudgetRaceTest(Topology topology) throws Exception {
        this.installation = topology.shared();
    }

    @RepeatedTest(ROUNDS)
    void allowsExactlyTheBudgetWhateverTheNumberOfVerifications() throws Exception {
        installation.client().policy(Map.of("maxRetryAttempts", CAP));
        List<Client> clients = applications();
        String phone = Numbers.fresh();

        List<Answer> starts = Together.run(APPLICATIONS, i -> clients.get(i).send(phone));

        assertThat(Codes.opened(starts)).isEqualTo(BUDGET / CAP);
        assertThat(installation.twilio().messages(phone)).hasSize(BUDGET / CAP);
        assertThat(Codes.with("session.verification_blocked_too_many_attempts", starts))
                .hasSize(APPLICATIONS - BUDGET / CAP)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(429);
                    // A day and the lifetime of a code; two servers, or requests, may differ in what time it is.
                    assertThat(answer.header("Retry-After"))
                            .get()
                            .satisfies(seconds ->
                                    assertThat(Integer.parseInt(seconds)).isBetween(86_400, 87_001));
                });

        List<Answer> checks =
                Together.run(3 * BUDGET, i -> clients.get(i % APPLICATIONS).verify(phone, "not a code"));
        assertThat(Codes.with("verification_code.code_mismatch", checks)).hasSize(BUDGET);

        List<Answer> further = Together.run(APPLICATIONS, i -> clients.get(i).send(phone));
        assertThat(Codes.with("session.verification_blocked_too_many_attempts", further))
                .hasSize(APPLICATIONS);
    }

    /** Applications whose verifications of one number are apart, at one server and the other in turn. */
    private List<Client> applications() throws Exception {
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < APPLICATIONS; i++) {
            Server server =
                    installation.servers().get(i % installation.servers().size());
            clients.add(new Client(server.uri(), application()));
        }
        return clients;
    }

    private Credentials application() throws Exception {
        Answer made = installation
                .client()
                .call("POST", "/api/applications", Map.of("name", "Racer", "type", "MachineToMachine"));
        assertThat(made.status()).as("%s", made).isEqualTo(200);
        return new Credentials(
                made.json().path("id").asString(), made.json().path("secret").asString());
    }
}
