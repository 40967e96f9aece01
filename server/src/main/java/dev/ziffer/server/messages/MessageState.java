package dev.ziffer.server.messages;

import dev.ziffer.connector.MessageStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is known of a message. To the provider's own statuses it adds those of the way there.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#message-status-values">Twilio's statuses</a>
 */
public enum MessageState {
    /** Intended, and not yet answered by the provider. */
    REQUESTED,
    /** The provider said no; there is an error code. */
    REFUSED,
    /** Certainly not sent: the provider was not reached, or knows of no such message. */
    NOT_SENT,
    /** Perhaps sent: the provider is being asked. */
    UNKNOWN,
    ACCEPTED,
    SCHEDULED,
    QUEUED,
    SENDING,
    SENT,
    DELIVERED,
    UNDELIVERED,
    FAILED,
    CANCELED,
    READ;

    /** The state as the API and the ledger write it, such as {@code not_sent}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<MessageState> of(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName().equals(wireName))
                .findFirst();
    }

    /** The names of all states, for people. */
    static String wireNames() {
        return Arrays.stream(values()).map(MessageState::wireName).collect(Collectors.joining(", "));
    }

    static MessageState of(MessageStatus status) {
        return of(status.wireName()).orElse(ACCEPTED);
    }
}
