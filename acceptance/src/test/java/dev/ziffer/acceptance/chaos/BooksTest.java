package dev.ziffer.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Server;
import dev.ziffer.acceptance.TestSandbox;
import dev.ziffer.acceptance.Together;
import dev.ziffer.acceptance.TwilioAccount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Our ledger beside Twilio's own books, after whatever can go wrong has gone wrong at random. */
final class BooksTest {

    private static final int ROUNDS = 6;
    private static final int SENDS = 15;

    private static final List<String> FAULTS = List.of(
            "fault=none",
            "fault=none&latency=200",
            "fault=too_many_requests&percent=50",
            "fault=server_error&percent=50",
            "fault=server_error_after_accept&percent=50&status=500",
            "fault=drop_before_accept&percent=50",
            "fault=drop_after_accept&percent=50");

    @ParameterizedTest
    @EnumSource
    void agreeInTheEndWhateverFails(Engine engine) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, Optional<Answer>> answers = new HashMap<>();
        Database database = Database.of(engine);
        try (TestSandbox sandbox = TestSandbox.start();
                Server server = Server.start(
                        database, Map.of("ZIFFER_TWILIO_API_URL", sandbox.uri().toString()))) {
            Client client = server.client();
            client.saveConnector(TwilioAccount.TEST);
            int killed = random.nextInt(ROUNDS);
            for (int round = 0; round < ROUNDS; round++) {
                sandbox.fault(FAULTS.get(random.nextInt(FAULTS.size())));
                List<String> phones = numbers();
                Thread killer = Thread.ofVirtual().unstarted(() -> kill(server));
                if (round == killed) {
                    killer.start();
                }
                List<Optional<Answer>> sent = Together.run(SENDS, i -> send(client, phones.get(i)));
                for (int i = 0; i < SENDS; i++) {
                    answers.put(phones.get(i), sent.get(i));
                }
                if (round == killed) {
                    killer.join();
                    server.restart();
                }
            }
            sandbox.fault("");
            new Clockwork(database).letAllBeSettled();

            for (Map.Entry<String, Optional<Answer>> entry : answers.entrySet()) {
                assertAgree(seed, client.messages(entry.getKey()), sandbox.sids(entry.getKey()), entry.getValue());
            }
        }
    }

    private static void assertAgree(long seed, JsonNode ledger, List<String> sids, Optional<Answer> answer) {
        assertThat(sids).as("never two SMS for one request; seed %d", seed).hasSizeLessThanOrEqualTo(1);
        if (answer.isPresent() && answer.get().status() == 204) {
            assertThat(sids).as("what was said to be sent; seed %d", seed).hasSize(1);
        }
        assertThat(ledger.size()).as("an entry for each message; seed %d", seed).isBetween(sids.size(), 1);
        if (!ledger.isEmpty()) {
            JsonNode entry = ledger.get(0);
            assertThat(entry.path("twilioSid").asStringOpt())
                    .as("the ledger's SID; seed %d, %s", seed, entry)
                    .isEqualTo(sids.stream().findFirst());
            assertThat(entry.path("state").asString())
                    .as("the ledger's state; seed %d", seed)
                    .isIn(sids.isEmpty() ? NOTHING_SENT : SENT);
        }
    }

    private static final List<String> SENT = List.of("accepted", "queued", "sending", "sent", "delivered");
    private static final List<String> NOTHING_SENT = List.of("not_sent", "refused");

    private static List<String> numbers() {
        List<String> phones = new ArrayList<>();
        for (int i = 0; i < SENDS; i++) {
            phones.add(Numbers.fresh());
        }
        return phones;
    }

    /** The answer; empty if the kill cut the connection. */
    private static Optional<Answer> send(Client client, String phone) throws InterruptedException {
        try {
            return Optional.of(client.send(phone));
        } catch (IOException cut) {
            return Optional.empty();
        }
    }

    private static void kill(Server server) {
        try {
            server.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
