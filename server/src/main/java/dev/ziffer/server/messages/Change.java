package dev.ziffer.server.messages;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A state that a message came to.
 *
 * @param at when, as far as it is known: what Twilio is asked for may have happened before
 */
public record Change(MessageState state, Instant at) {

    /** As the ledger appends it to a message's history. */
    String written() {
        return state.wireName() + ' ' + at.toEpochMilli() + ',';
    }

    /** The changes of a history, in the order in which they became known. */
    static List<Change> read(String history) {
        return history.isEmpty()
                ? List.of()
                : Arrays.stream(history.split(",")).map(Change::readOne).toList();
    }

    private static Change readOne(String written) {
        int space = written.indexOf(' ');
        return new Change(
                MessageState.of(written.substring(0, space)).orElseThrow(),
                Instant.ofEpochMilli(Long.parseLong(written.substring(space + 1))));
    }
}
