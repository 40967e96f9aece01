package dev.ziffer.server.messages;

import dev.ziffer.connector.MessageStatus;
import java.util.Arrays;
import java.util.List;
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
    REQUESTED(0),
    /** The provider said no; there is an error code. */
    REFUSED(MessageState.LAST),
    /** Certainly not sent: the provider was not reached, or knows of no such message. */
    NOT_SENT(MessageState.LAST),
    /** Perhaps sent: the provider is being asked. */
    UNKNOWN(0),
    ACCEPTED(1),
    SCHEDULED(2),
    QUEUED(2),
    SENDING(3),
    SENT(4),
    DELIVERED(MessageState.LAST),
    UNDELIVERED(MessageState.LAST),
    FAILED(MessageState.LAST),
    CANCELED(MessageState.LAST),
    READ(MessageState.LAST);

    private static final int LAST = 5;

    private final int rank;

    MessageState(int rank) {
        this.rank = rank;
    }

    /** The state as the API and the ledger write it, such as {@code not_sent}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more is to come; that a delivered message was read may still become known. */
    public boolean last() {
        return rank == LAST;
    }

    /** Whether it did not arrive, and will not. */
    public boolean bad() {
        return last() && this != DELIVERED && this != READ;
    }

    /** Whether the other state takes the place of this one. */
    boolean precedes(MessageState other) {
        return other.earlier().contains(this);
    }

    /** The states that this one takes the place of, whatever order the provider's reports come in. */
    List<MessageState> earlier() {
        return Arrays.stream(values())
                .filter(state -> state.rank < rank || (this == READ && state == DELIVERED))
                .toList();
    }

    /** The state of this name. */
    public static Optional<MessageState> of(String wireName) {
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
