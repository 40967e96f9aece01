package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ziffer.connector.MessageStatus;
import dev.ziffer.connector.Money;
import dev.ziffer.connector.Receipt;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be in a message of Twilio's, and what need not. */
final class MessageJsonTest {

    private static final String SID = TwilioServer.sid(1);

    @Test
    void aMessageOfWhichOnlyTheSidAndTheTimeAreKnownIsNotLost() throws Exception {
        Receipt receipt = read("{\"sid\": \"" + SID + "\", \"date_created\": \"Thu, 24 Aug 2023 05:01:45 +0000\"}");

        assertThat(receipt.messageId()).isEqualTo(SID);
        assertThat(receipt.createdAt()).isEqualTo(Instant.parse("2023-08-24T05:01:45Z"));
        assertThat(receipt.status()).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(receipt.segments()).isZero();
        assertThat(receipt.errorCode()).isEmpty();
        assertThat(receipt.body()).isEmpty();
    }

    @Test
    void whatIsNewInAMessageIsPassedOver() throws Exception {
        Receipt receipt = read("{\"sid\": \"" + SID + "\", \"date_created\": \"Thu, 24 Aug 2023 05:01:45 +0000\","
                + " \"status\": \"teleported\", \"num_segments\": \"many\", \"error_code\": \"none\", \"mood\": {}}");

        assertThat(receipt.status()).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(receipt.segments()).isZero();
        assertThat(receipt.errorCode()).isEmpty();
    }

    @Test
    void aPriceIsWhatTwilioTakes() throws Exception {
        Receipt receipt = read("{\"sid\": \"" + SID + "\", \"date_created\": \"Thu, 24 Aug 2023 05:01:45 +0000\","
                + " \"date_updated\": \"Thu, 24 Aug 2023 05:01:47 +0000\","
                + " \"price\": \"-0.00830\", \"price_unit\": \"usd\"}");

        assertThat(receipt.price()).isEqualTo(new Money(new BigDecimal("0.00830"), "USD"));
        assertThat(receipt.changedAt()).isEqualTo(Instant.parse("2023-08-24T05:01:47Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"-1E+9\"", "\"free\""})
    void anAmountThatCannotBeReadIsNoPrice(String amount) throws Exception {
        Receipt receipt = read("{\"sid\": \"" + SID + "\", \"date_created\": \"Thu, 24 Aug 2023 05:01:45 +0000\","
                + " \"price\": " + amount + ", \"price_unit\": \"USD\"}");

        assertThat(receipt.price()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2023-08-24T05:01:45Z", "Thu, 99 Aug 2023 05:01:45 +0000", "123456 is your code"})
    void aMessageWithoutATimeIsUnreadableAndNotQuoted(String created) {
        assertThatThrownBy(() -> read("{\"sid\": \"" + SID + "\", \"date_created\": \"" + created + "\"}"))
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .hasMessage("the message has no time of creation");
    }

    @Test
    void whatIsNoJsonIsUnreadableAndNotQuoted() {
        assertThatThrownBy(() -> read("123456 is your code"))
                .isInstanceOf(IOException.class)
                .hasNoCause()
                .hasMessage("the answer is not JSON");
    }

    @Test
    void anEntryThatCannotBeReadDoesNotHideTheOthersOfItsPage() throws Exception {
        MessageJson.Page page = page("{\"messages\": [null, {\"sid\": 5}, {\"sid\": \"" + SID + "\"},"
                + TwilioServer.message(SID, "sent", "Thu, 24 Aug 2023 05:01:45 +0000")
                + ", 7], \"next_page_uri\": \"/next\"}");

        assertThat(page.messages()).extracting(Receipt::messageId).containsExactly(SID);
        assertThat(page.next()).isEqualTo("/next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"messages\": null}", "{\"messages\": {}}", "{\"messages\": \"none\"}"})
    void aPageWithoutAListIsUnreadable(String body) {
        assertThatThrownBy(() -> page(body)).isInstanceOf(IOException.class).hasMessage("the list has no messages");
    }

    private static MessageJson.Page page(String body) throws IOException {
        return MessageJson.page(new Answer(200, null, Optional.empty(), body));
    }

    private static Receipt read(String body) throws IOException {
        return MessageJson.message(new Answer(201, null, Optional.empty(), body));
    }
}
