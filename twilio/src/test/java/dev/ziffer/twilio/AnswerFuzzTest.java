package dev.ziffer.twilio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whatever Twilio, or something between, answers is read or explained. */
final class AnswerFuzzTest {

    private static final List<String> KEYS = List.of(
            "sid", "status", "error_code", "num_segments", "body", "date_created", "code", "messages", "next_page_uri");

    private static final List<String> TEXTS = List.of(
            "SM0123456789abcdef0123456789abcdef",
            "delivered",
            "accepted",
            "3",
            "Thu, 24 Aug 2023 05:01:45 +0000",
            "/2010-04-01/Accounts/" + Configs.ACCOUNT_SID + "/Messages.json?Page=1");

    @FuzzTest(maxDuration = "5s")
    void everyAnswerIsReadOrExplained(FuzzedDataProvider data) {
        int status = data.consumeInt(100, 599);
        String body = data.consumeBoolean()
                ? FuzzedJson.object(data, KEYS, TEXTS, 3).toString()
                : data.consumeRemainingAsString();
        var answer = new Answer(status, "RQ1", Optional.empty(), body);

        try {
            MessageJson.message(answer);
        } catch (IOException e) {
            assertExplains(Failures.acceptedUnreadably(answer, e), Outcome.UNKNOWN);
        }
        try {
            assertTrue(MessageJson.page(answer).messages().size() <= body.length());
        } catch (IOException e) {
            assertExplains(Failures.unreadable(answer, e), Outcome.UNKNOWN);
        }
        assertExplains(Failures.notTold(answer), Outcome.UNKNOWN);
        if (status >= 400 && status < 500) {
            assertNotEquals(Outcome.UNKNOWN, Failures.notSent(answer).outcome());
        } else {
            assertExplains(Failures.notSent(answer), Outcome.UNKNOWN);
        }
    }

    private static void assertExplains(ConnectorException failure, Outcome outcome) {
        assertTrue(failure.outcome() == outcome);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            assertFalse(failure.operatorText(locale).isBlank());
            assertFalse(failure.userText(locale).isBlank());
        }
    }
}
