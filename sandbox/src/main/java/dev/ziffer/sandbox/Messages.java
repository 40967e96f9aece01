package dev.ziffer.sandbox;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The newest messages, as many as the options allow. Safe for use by many threads; no method blocks. */
final class Messages {

    private final ConcurrentNavigableMap<Long, Message> bySequence = new ConcurrentSkipListMap<>();
    // The map's own size() walks through it.
    private final AtomicInteger count = new AtomicInteger();
    private final int max;

    Messages(int max) {
        this.max = max;
    }

    void add(Message message) {
        bySequence.put(message.sequence(), message);
        if (count.incrementAndGet() > max && bySequence.pollFirstEntry() != null) {
            count.decrementAndGet();
        }
    }

    Optional<Message> find(String sid) {
        OptionalLong sequence = MessageSids.sequence(sid);
        return sequence.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(bySequence.get(sequence.getAsLong()))
                        .filter(message -> message.sid().equals(sid));
    }

    /** Puts what the change makes of a message in its place, unless it is gone. */
    void change(Message message, UnaryOperator<Message> change) {
        bySequence.computeIfPresent(message.sequence(), (_, kept) -> change.apply(kept));
    }

    /** Removes a message; of two callers at once, one removes it. */
    boolean remove(Message message) {
        boolean removed = bySequence.remove(message.sequence()) != null;
        if (removed) {
            count.decrementAndGet();
        }
        return removed;
    }

    void clear() {
        newestFirst().forEach(this::remove);
    }

    /** All, the newest first; the stream sees what is there while it runs. */
    Stream<Message> newestFirst() {
        return bySequence.descendingMap().values().stream();
    }

    /** Those before this place, the newest first. */
    Stream<Message> newestFirst(long before) {
        return bySequence.headMap(before, false).descendingMap().values().stream();
    }

    /** Those after this place, the oldest first. */
    Stream<Message> oldestFirst(long after) {
        return bySequence.tailMap(after, false).values().stream();
    }

    /** Those to and from one phone, the newest first. */
    Stream<Message> ofPhone(String phone) {
        return newestFirst().filter(message -> message.phone().equals(phone));
    }
}
