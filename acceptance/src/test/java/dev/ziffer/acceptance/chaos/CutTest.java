package dev.ziffer.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Server;
import dev.ziffer.acceptance.TwilioAccount;
import dev.ziffer.acceptance.TwilioStandIn;
import dev.ziffer.acceptance.Wait;
import dev.ziffer.acceptance.chaos.CuttingProxy.Cut;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PostgreSQL's connections end in the middle of a request, before each of the statements that it makes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CutTest {

    /** More than a request makes. */
    private static final int STATEMENTS = 12;

    private CuttingProxy proxy;
    private TwilioStandIn twilio;
    private Server server;
    private Client client;

    @BeforeAll
    void start() throws Exception {
        Database database = Database.postgresql();
        int port = URI.create(database.url().substring("jdbc:".length())).getPort();
        proxy = new CuttingProxy(port);
        twilio = TwilioStandIn.start();
        server = Server.start(
                database,
                Map.of(
                        "ZIFFER_DATABASE_URL",
                        database.url().replace(":" + port + "/", ":" + proxy.port() + "/"),
                        "ZIFFER_TWILIO_API_URL",
                        twilio.uri().toString()));
        client = server.client();
        client.saveConnector(TwilioAccount.TEST);
    }

    @AfterAll
    void end() throws Exception {
        server.close();
        twilio.close();
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource
    void neverApprovesAWrongCode(Cut cut) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (int statements = 0; statements < STATEMENTS; statements++) {
            String phone = Numbers.fresh();
            Wait.until("a code is sent", () -> client.send(phone).status() == 204);
            String wrong = twilio.code(phone).equals("000000") ? "000001" : "000000";

            proxy.cutAfter(statements, cut);
            answers.add(client.verify(phone, wrong));
            proxy.forwardAll();
        }

        assertThat(answers).allSatisfy(CutTest::assertRefusedOrUnavailable);
        assertThat(answers).anyMatch(answer -> answer.status() == 503);
    }

    @ParameterizedTest
    @EnumSource
    void neverSaysThatACodeWasSentThatWasNot(Cut cut) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (int statements = 0; statements < STATEMENTS; statements++) {
            Wait.until("a code is sent", () -> client.send(Numbers.fresh()).status() == 204);
            String phone = Numbers.fresh();

            proxy.cutAfter(statements, cut);
            Answer answer = client.send(phone);
            proxy.forwardAll();

            answers.add(answer);
            assertThat(twilio.messages(phone)).as("%s", answer).hasSize(answer.status() == 204 ? 1 : 0);
        }

        assertThat(answers)
                .filteredOn(answer -> answer.status() != 204)
                .isNotEmpty()
                .allSatisfy(CutTest::assertRefusedOrUnavailable);
    }

    private static void assertRefusedOrUnavailable(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isIn(400, 503);
        if (answer.status() == 503) {
            assertThat(answer.code()).isEqualTo("server.unavailable");
            assertThat(answer.header("Retry-After")).isPresent();
        }
    }
}
