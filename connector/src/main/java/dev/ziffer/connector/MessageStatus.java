package dev.ziffer.connector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How far a message has come.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#message-status-values">Twilio, Message
 *     status values</a>
 */
public enum MessageStatus {
    /** Taken; a sender is still to be chosen. */
    ACCEPTED(false),
    /** To be sent at a later time. */
    SCHEDULED(false),
    /** Waiting to be sent. */
    QUEUED(false),
    /** On its way to the carrier. */
    SENDING(false),
    /** With the carrier. Stays so where a carrier does not report deliveries. */
    SENT(false),
    /** On the phone. */
    DELIVERED(true),
    /** The carrier says that it did not arrive. */
    UNDELIVERED(true),
    /** Not handed to a carrier. */
    FAILED(true),
    /** Taken back before it was sent. */
    CANCELED(true),
    /** Read, where the channel tells. */
    READ(true),
    /** Some of its segments arrived. */
    PARTIALLY_DELIVERED(true),
    /** Coming in. */
    RECEIVING(false),
    /** Came in. */
    RECEIVED(true);

    private static final Map<String, MessageStatus> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MessageStatus::wireName, Function.identity()));

    private final boolean last;

    MessageStatus(boolean last) {
        this.last = last;
    }

    /** Whether no other status follows. */
    public boolean last() {
        return last;
    }

    /** The name on the wire, such as {@code delivered}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of this name. */
    public static Optional<MessageStatus> of(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }
}
