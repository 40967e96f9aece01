package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.limited;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much is sent to a number, and how often it may be wrong. */
@OnEachDatabase
final class LimitTest {

    private static final String TEST = "/api/connectors/twilio-short-message-service/test";

    private final ApiServer server;
    private final Api api;
    private final String phone = Numbers.fresh();

    LimitTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
    }

    @AfterEach
    void reset() throws Exception {
        server.reset();
    }

    @Test
    void sendsTenTimesInTenMinutesWhateverFor() throws Exception {
        for (int i = 0; i < 4; i++) {
            success(api.send(phone), 204);
        }
        for (int i = 0; i < 3; i++) {
            success(api.post("/api/verification-codes", Map.of("phone", phone, "usageType", "SignIn")), 204);
        }
        success(server.other().send(phone), 204);
        success(server.other().send(phone), 204);
        success(api.post(TEST, Json.test(phone, Json.config())), 204);

        limited(api.send(phone), "request.message_rate_limited", 600);
        limited(server.other().send("+" + phone), "request.message_rate_limited", 600);
        limited(api.post(TEST, Json.test(phone, Json.config())), "request.message_rate_limited", 600);
        assertThat(server.twilio().messages(phone)).hasSize(10);
        success(api.send(Numbers.fresh()), 204);
    }

    @Test
    void checksWhatWasSentAlsoWhenNothingMoreIsSent() throws Exception {
        for (int i = 0; i < 10; i++) {
            success(api.send(phone), 204);
        }
        limited(api.send(phone), "request.message_rate_limited", 600);
        success(api.verify(phone, server.twilio().code(phone)), 204);
    }

    @Test
    void reservesTheWrongTriesOfADayAtTheStart() throws Exception {
        server.policy(6, 600, 100);
        success(api.send(phone), 204);
        success(api.send(phone), 204);
        server.expireCodes();

        int day = 24 * 60 * 60 + 600;
        String code = "session.verification_blocked_too_many_attempts";
        limited(api.send(phone), code, day);
        limited(server.other().send(phone), code, day);
        success(api.post("/api/verification-codes", Map.of("phone", phone, "usageType", "SignIn")), 204);
        success(api.post(TEST, Json.test(phone, Json.config())), 204);
        server.expireCodes();
        limited(api.post(TEST, Json.test(phone, Json.config())), code, day);
    }

    @Test
    void givesTheWrongTriesBackForARightCode() throws Exception {
        server.policy(6, 600, 100);
        for (int i = 0; i < 3; i++) {
            success(api.send(phone), 204);
            success(api.verify(phone, server.twilio().code(phone)), 204);
        }
    }

    @Test
    void saysInTwoLanguagesToWait() throws Exception {
        for (int i = 0; i < 10; i++) {
            success(api.send(phone), 204);
        }
        Answer german = api.german().send(phone);
        limited(german, "request.message_rate_limited", 600);
        assertThat(german.json().path("message"))
                .isNotEqualTo(api.send(phone).json().path("message"));
    }
}
