package dev.ziffer.twilio;

import dev.ziffer.connector.MessageStatus;
import dev.ziffer.connector.Receipt;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
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
                requestId);
    }

    private static int segments(String text) {
        return SEGMENTS.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }

    private static Instant time(String text) throws IOException {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw new IOException("the message has no time of creation"); // the cause would quote the answer
        }
    }
}
