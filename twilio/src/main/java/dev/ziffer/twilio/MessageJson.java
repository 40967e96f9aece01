package dev.ziffer.twilio;

import dev.ziffer.connector.MessageStatus;
import dev.ziffer.connector.Money;
import dev.ziffer.connector.Receipt;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads Twilio's messages. The SID and the time of creation must be there; whatever else is missing or new is passed
 * over, so that a message that was sent is not lost over a detail.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Twilio, Messages resource</a>
 */
final class MessageJson {

    /**
     * One page of a list.
     *
     * @param messages those that can be read
     * @param next path and query of the next page; null at the end
     */
    record Page(List<Receipt> messages, @Nullable String next) {}

    private static final Pattern SEGMENTS = Pattern.compile("[0-9]{1,3}");
    private static final Pattern PRICE = Pattern.compile("-?[0-9]{1,6}(\\.[0-9]{1,10})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");

    private MessageJson() {}

    static Receipt message(Answer answer) throws IOException {
        return message(answer.json(), answer.requestId());
    }

    static Page page(Answer answer) throws IOException {
        JsonNode json = answer.json();
        JsonNode list = json.path("messages");
        if (!list.isArray()) {
            throw new IOException("the list has no messages");
        }
        var messages = new ArrayList<Receipt>();
        for (JsonNode entry : list) {
            try {
                messages.add(message(entry, answer.requestId()));
            } catch (IOException e) {
                // the others tell all the same what has become of them
            }
        }
        return new Page(messages, json.path("next_page_uri").asStringOpt().orElse(null));
    }

    private static Receipt message(JsonNode json, @Nullable String requestId) throws IOException {
        String sid = json.path("sid").asString("");
        if (!Values.isMessageSid(sid)) {
            throw new IOException("the message has no SID");
        }
        return new Receipt(
                sid,
                MessageStatus.of(json.path("status").asString("")).orElse(MessageStatus.ACCEPTED),
                Json.optionalInt(json, "error_code"),
                segments(json.path("num_segments").asString("")),
                json.path("body").asString(""),
                time(json.path("date_created").asString("")),
                changedAt(json.path("date_updated").asString("")),
                price(json),
                requestId);
    }

    private static int segments(String text) {
        return SEGMENTS.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }

    /** Twilio books what it charges as a negative amount, some time after the message was sent. */
    private static @Nullable Money price(JsonNode json) {
        String amount = json.path("price").asString("");
        String currency = json.path("price_unit").asString("");
        if (!PRICE.matcher(amount).matches() || !CURRENCY.matcher(currency).matches()) {
            return null;
        }
        return new Money(new BigDecimal(amount).abs(), currency.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Instant changedAt(String text) {
        try {
            return time(text);
        } catch (IOException e) {
            return null;
        }
    }

    private static Instant time(String text) throws IOException {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw new IOException("the message has no time of creation"); // the cause would quote the answer
        }
    }
}
