package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One SMS, to a phone or from one.
 *
 * @param sequence its place among all messages; later ones have a higher one
 * @param sender the number or name it is sent from; for one from a phone, the number it was sent to
 * @param phone the phone's number, in E.164 form
 * @param serviceSid the Messaging Service it goes through, if any
 * @param redacted when its text was taken away, if it was
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
        int segments,
        Instant created,
        Journey journey,
        @Nullable Instant redacted,
        boolean feedbackWanted) {

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

    /** The code it carries, if any; what a phone writes is none. */
    Optional<String> code() {
        return inbound() ? Optional.empty() : Code.in(body);
    }

    /** This message without its text; how many segments it had stays known. */
    Message redacted(Instant at) {
        return new Message(
                sequence,
                sid,
                accountSid,
                direction,
                phone,
                sender,
                serviceSid,
                "",
                segments,
                created,
                journey,
                at,
                feedbackWanted);
    }
}
