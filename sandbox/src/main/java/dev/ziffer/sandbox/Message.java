package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One SMS, to a phone or from one.
 *
 * @param sequence its place among all messages; later ones have a higher one
 * @param sender the number or name it is sent from; for one from a phone, the number it was sent to
 * @param phone the phone's number, in E.164 form
 * @param serviceSid the Messaging Service it goes through, if any
 * @param feedbackWanted whether it was created with {@code ProvideFeedback}
 */
record Message(
        long sequence,
        String sid,
        String accountSid,
        Direction direction,
        String phone,
        String sender,
        @Nullable String serviceSid,
        String body,
        Instant created,
        Journey journey,
        boolean feedbackWanted) {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{4,10}(?!\\d)");

    /** Who sent it and why. */
    enum Direction {
        OUTBOUND_API("outbound-api"),
        OUTBOUND_REPLY("outbound-reply"),
        INBOUND("inbound");

        private final String wireName;

        Direction(String wireName) {
            this.wireName = wireName;
        }

        /** The name as Twilio writes it. */
        String wireName() {
            return wireName;
        }
    }

    boolean inbound() {
        return direction == Direction.INBOUND;
    }

    String to() {
        return inbound() ? sender : phone;
    }

    String from() {
        return inbound() ? phone : sender;
    }

    /** Whether the sender, or the phone's partner, is a number and not a name. */
    boolean fromNumber() {
        return sender.startsWith("+");
    }

    /** The code it carries: the first run of 4 to 10 digits. */
    Optional<String> code() {
        Matcher matcher = CODE.matcher(body);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** This message without its text. */
    Message redacted() {
        return new Message(
                sequence, sid, accountSid, direction, phone, sender, serviceSid, "", created, journey, feedbackWanted);
    }
}
