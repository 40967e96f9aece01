package dev.ziffer.acceptance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Reaction;
import dev.ziffer.acceptance.TwilioStandIn;
import dev.ziffer.acceptance.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the server answers, keeps and never does twice when Twilio fails in the middle of a send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwilioFaultTest {

    private static final int SENDS_ALLOWED = 10;

    private static final int HELD = 100;

    /** The server's deadline is 8 s; a busy machine may add to it. */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private Installation installation;
    private Client client;
    private TwilioStandIn twilio;
    private Clockwork clockwork;

    @BeforeAll
    void start() throws Exception {
        installation = Installation.start(Engine.SQLITE, 1, Map.of());
        client = installation.client();
        twilio = installation.twilio();
        clockwork = new Clockwork(installation.database());
    }

    @AfterAll
    void end() throws Exception {
        installation.close();
    }

    @Test
    void repeatsWhatTwilioHadNoTimeFor() throws Exception {
        String phone = Numbers.fresh();
        twilio.next(Reaction.TOO_MANY_REQUESTS);

        assertThat(client.send(phone).status()).isEqualTo(204);

        assertThat(twilio.requests(phone)).isEqualTo(2);
        assertThat(twilio.messages(phone)).hasSize(1);
        assertThat(ledger(phone).path("state").asString()).isEqualTo("accepted");
    }

    @Test
    void saysWhenToComeBackWhileTwilioHasNoTimeAndGivesBackTheSend() throws Exception {
        String phone = Numbers.fresh();
        twilio.next(
                Reaction.TOO_MANY_REQUESTS,
                Reaction.TOO_MANY_REQUESTS,
                Reaction.TOO_MANY_REQUESTS,
                Reaction.TOO_MANY_REQUESTS,
                Reaction.TOO_MANY_REQUESTS);

        Answer answer = client.send(phone);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("connector.rate_limit_exceeded");
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(ledger(phone).path("state").asString()).isEqualTo("refused");
        assertThat(ledger(phone).path("errorCode").asInt()).isEqualTo(20429);
        assertSendsLeft(phone, SENDS_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void saysThatTwilioFailsAndFindsOutThatNothingWasSent(int status) throws Exception {
        String phone = Numbers.fresh();
        twilio.next(Reaction.error(status, 20500));

        Answer answer = client.send(phone);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isEqualTo("connector.provider_unavailable");
        assertThat(twilio.requests(phone)).isEqualTo(1);
        assertNotSentAfterAskingThrice(phone);
        assertSendsLeft(phone, SENDS_ALLOWED - 1);
    }

    @Test
    void findsTheMessageBehindAnErrorOfTwilio() throws Exception {
        String phone = Numbers.fresh();
        twilio.next(Reaction.acceptAndError(503, 20503));

        Answer answer = client.send(phone);

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isEqualTo("connector.provider_unavailable");
        assertFoundByAsking(phone);
    }

    @Test
    void saysAtTheDeadlineThatTheOutcomeIsUnknown() throws Exception {
        String phone = Numbers.fresh();
        twilio.next(Reaction.ACCEPT_AND_SILENCE);
        long began = System.nanoTime();

        Answer answer = client.send(phone);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST_ANSWER);
        assertOutcomeUnknown(answer);
        assertFoundByAsking(phone);
    }

    @Test
    void checksAndSendsForOthersWhileTwilioHoldsManyAnswers() throws Exception {
        var answer = new CountDownLatch(1);
        for (int i = 0; i < HELD; i++) {
            twilio.next(Reaction.acceptAndHold(answer));
        }
        int before = twilio.messages().size();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> held = new ArrayList<>();
            for (int i = 0; i < HELD; i++) {
                held.add(threads.submit(() -> client.send(Numbers.fresh())));
            }
            try {
                Wait.until("Twilio holds all answers", () -> twilio.messages().size() == before + HELD);
                String phone = Numbers.fresh();
                assertThat(client.send(phone).status()).isEqualTo(204);
                assertThat(client.verify(phone, twilio.code(phone)).status()).isEqualTo(204);
            } finally {
                answer.countDown();
            }
            for (Future<Answer> sent : held) {
                assertThat(sent.get().status()).isIn(204, 504);
            }
        }
    }

    @Test
    void neverRepeatsWhatTwilioMayHaveTakenBeforeAReset() throws Exception {
        String phone = Numbers.fresh();
        twilio.next(Reaction.ACCEPT_AND_RESET);

        assertOutcomeUnknown(client.send(phone));

        assertFoundByAsking(phone);
    }

    @Test
    void believesNoAnswerThatItCannotRead() throws Exception {
        String phone = Numbers.fresh();
        twilio.next(Reaction.ACCEPT_AND_GARBLE);

        assertOutcomeUnknown(client.send(phone));

        assertFoundByAsking(phone);
    }

    @Test
    void sendsTheSameCodeAgainAfterAResetThatLostIt() throws Exception {
        String phone = Numbers.fresh();
        twilio.next(Reaction.RESET);

        assertOutcomeUnknown(client.send(phone));
        assertThat(twilio.requests(phone)).isEqualTo(1);
        assertNotSentAfterAskingThrice(phone);

        Answer again = client.send(phone);
        assertThat(again.status()).isEqualTo(204);
        assertThat(client.message(again.messageId()).path("attempt").asInt()).isEqualTo(2);
        assertThat(client.verify(phone, twilio.code(phone)).status()).isEqualTo(204);
    }

    @Test
    void givesBackTheSendWhenNobodyListens() throws Exception {
        String phone = Numbers.fresh();
        twilio.refuse();
        Answer answer;
        try {
            answer = client.send(phone);
        } finally {
            twilio.listenAgain();
        }

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isEqualTo("connector.provider_unavailable");
        assertThat(ledger(phone).path("state").asString()).isEqualTo("not_sent");
        assertSendsLeft(phone, SENDS_ALLOWED);
    }

    @Test
    void givesBackTheSendWhenTheAccountIsRefused() throws Exception {
        String phone = Numbers.fresh();
        twilio.next(Reaction.error(401, 20003));

        assertRefused(client.send(phone), 20003);

        assertThat(ledger(phone).path("errorCode").asInt()).isEqualTo(20003);
        assertSendsLeft(phone, SENDS_ALLOWED);
    }

    @Test
    void keepsTheSendWhenTheNumberIsRefused() throws Exception {
        String phone = Numbers.fresh();
        twilio.next(Reaction.error(400, 21610));

        assertRefused(client.send(phone), 21610);

        assertThat(ledger(phone).path("state").asString()).isEqualTo("refused");
        assertThat(ledger(phone).path("errorCode").asInt()).isEqualTo(21610);
        assertSendsLeft(phone, SENDS_ALLOWED - 1);
    }

    private JsonNode ledger(String phone) throws Exception {
        return client.messages(phone).get(0);
    }

    private void letItBeAsked(String phone) throws Exception {
        clockwork.letItBeAsked(ledger(phone).path("id").asString());
    }

    private static void assertOutcomeUnknown(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(504);
        assertThat(answer.code()).isEqualTo("connector.outcome_unknown");
        assertThat(answer.json().path("message").asString()).isNotBlank();
    }

    private static void assertRefused(Answer answer, int twilioCode) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("connector.general");
        JsonNode data = answer.json().path("data");
        assertThat(data.path("twilioCode").asInt()).isEqualTo(twilioCode);
        assertThat(data.path("fault").asString("")).isNotBlank();
        assertThat(data.path("retry").asString("")).isNotBlank();
    }

    /** One SMS went out; the ledger learns its SID by asking, and its code opens. */
    private void assertFoundByAsking(String phone) throws Exception {
        assertThat(ledger(phone).path("state").asString()).isEqualTo("unknown");
        letItBeAsked(phone);
        assertThat(ledger(phone).path("state").asString()).isEqualTo("sent");
        assertThat(twilio.messages(phone)).hasSize(1);
        assertThat(twilio.requests(phone)).isEqualTo(1);
        assertThat(ledger(phone).path("twilioSid").asString())
                .isEqualTo(twilio.messages(phone).getFirst().sid());
        assertThat(client.verify(phone, twilio.code(phone)).status()).isEqualTo(204);
    }

    private void assertNotSentAfterAskingThrice(String phone) throws Exception {
        for (int asks = 0; asks < 3; asks++) {
            assertThat(ledger(phone).path("state").asString()).isEqualTo("unknown");
            letItBeAsked(phone);
        }
        assertThat(ledger(phone).path("state").asString()).isEqualTo("not_sent");
        assertThat(twilio.messages(phone)).isEmpty();
    }

    private void assertSendsLeft(String phone, int left) throws Exception {
        for (int i = 0; i < left; i++) {
            assertThat(client.send(phone).status()).isEqualTo(204);
        }
        assertThat(client.send(phone).code()).isEqualTo("request.message_rate_limited");
    }
}
