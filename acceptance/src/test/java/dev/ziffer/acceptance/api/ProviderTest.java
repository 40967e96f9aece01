package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.limited;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Reaction;
import dev.ziffer.acceptance.TwilioStandIn;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a caller learns when Twilio does not take a message. */
@OnEachDatabase
final class ProviderTest {

    private final Api api;
    private final TwilioStandIn twilio;
    private final String phone = Numbers.fresh();

    ProviderTest(Engine engine) throws Exception {
        ApiServer server = ApiServer.on(engine);
        this.api = server.api();
        this.twilio = server.twilio();
    }

    @Test
    void explainsARefusalInItsOwnWords() throws Exception {
        for (Answer answer : answers(Reaction.error(400, 21614))) {
            error(answer, 400, "connector.general");
            JsonNode data = answer.json().path("data");
            assertThat(data.path("twilioCode").asInt()).isEqualTo(21614);
            assertThat(data.path("fault").asString()).isEqualTo("number");
            assertThat(data.path("retry").asString()).isEqualTo("no");
            assertThat(data.path("twilioRequestId").asString()).startsWith("RQ");
            assertThat(answer.response().body()).doesNotContain("Error 21614", "more_info");
        }
        assertThat(state("refused")).hasSize(2);
    }

    @Test
    void saysWhatTheOperatorHasToMend() throws Exception {
        for (Answer answer : answers(Reaction.error(401, 20003))) {
            error(answer, 400, "connector.general");
            assertThat(answer.json().path("data").path("fault").asString()).isEqualTo("operator");
            assertThat(answer.json().path("data").path("retry").asString()).isEqualTo("fix");
        }
    }

    @Test
    void passesOnThatTwilioAsksForFewer() throws Exception {
        Reaction tooMany = Reaction.TOO_MANY_REQUESTS;
        twilio.next(tooMany, tooMany, tooMany, tooMany, tooMany);
        Answer sent = api.send(phone);
        limited(sent, "connector.rate_limit_exceeded", 60);
        twilio.next(tooMany, tooMany, tooMany, tooMany, tooMany);
        limited(test(), "connector.rate_limit_exceeded", 60);
        assertThat(sent.json().path("data").path("twilioCode").asInt()).isEqualTo(20429);
        assertThat(state("refused")).hasSize(2);
    }

    @Test
    void saysThatTwilioFailed() throws Exception {
        for (Answer answer : answers(Reaction.error(503, 20500))) {
            error(answer, 502, "connector.provider_unavailable");
            assertThat(answer.json().path("data").path("retry").asString()).isEqualTo("later");
        }
        assertThat(state("unknown")).hasSize(2);
    }

    @Test
    void saysThatTwilioCannotBeReached() throws Exception {
        twilio.refuse();
        try {
            error(api.send(phone), 502, "connector.provider_unavailable");
            error(test(), 502, "connector.provider_unavailable");
        } finally {
            twilio.listenAgain();
        }
        assertThat(state("not_sent")).hasSize(2);
        // What was certainly not sent takes nothing of the number's limits.
        for (int i = 0; i < 10; i++) {
            success(api.send(phone), 204);
        }
    }

    @Test
    void saysThatTheCodeMayStillArrive() throws Exception {
        for (Answer answer : answers(Reaction.ACCEPT_AND_RESET)) {
            error(answer, 504, "connector.outcome_unknown");
        }
        assertThat(state("unknown")).hasSize(2);
        success(api.verify(phone, TwilioStandIn.code(twilio.messages(phone).getFirst())), 204);
    }

    @Test
    void believesNoAnswerThatIsNotTwilios() throws Exception {
        for (Answer answer : answers(Reaction.error(302, 0))) {
            error(answer, 400, "connector.invalid_response");
        }
    }

    /** What a send and a test are answered when both meet this. */
    private Answer[] answers(Reaction reaction) throws Exception {
        twilio.next(reaction);
        Answer sent = api.send(phone);
        twilio.next(reaction);
        return new Answer[] {sent, test()};
    }

    private Answer test() throws Exception {
        return api.post("/api/connectors/twilio-short-message-service/test", Json.test(phone, Json.config()));
    }

    private JsonNode state(String state) throws Exception {
        return success(api.get("/api/messages?phone=" + phone + "&state=" + state), 200)
                .json();
    }
}
