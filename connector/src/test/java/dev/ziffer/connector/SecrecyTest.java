package dev.ziffer.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is printed of a message holds neither number nor code. */
final class SecrecyTest {

    @Test
    void aMessageHidesItsNumberAndItsCode() {
        var message = new Message("+14155550132", UsageType.SIGN_IN, "de", "987654", Duration.ofMinutes(10), 2);

        assertThat(message).hasToString("Message[SignIn, attempt 2]");
    }

    @Test
    void aReceiptHidesItsBody() {
        var receipt = new Receipt(
                "SM1",
                MessageStatus.SENT,
                OptionalInt.empty(),
                1,
                "987654 is your code.",
                Instant.EPOCH,
                null,
                null,
                "RQ1");

        assertThat(receipt.toString()).contains("SM1", "sent", "RQ1").doesNotContain("987654");
    }
}
