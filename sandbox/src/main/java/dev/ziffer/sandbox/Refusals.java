package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest 200 requests to send that were refused. Safe for use by many threads. */
final class Refusals {

    private static final int MAX = 200;

    private final Deque<Refused> newest = new ArrayDeque<>();

    /**
     * A request to send that was refused.
     *
     * @param sequence its place among the messages and refusals
     * @param phone the recipient's number, or {@code ?} if it was none
     * @param to the recipient as it was given, at most 32 characters of it
     */
    record Refused(long sequence, String phone, String to, TwilioError error, Instant at) {}

    synchronized void add(Refused refused) {
        newest.addLast(refused);
        if (newest.size() > MAX) {
            newest.removeFirst();
        }
    }

    /** All, the oldest first. */
    synchronized List<Refused> all() {
        return List.copyOf(newest);
    }

    synchronized void clear() {
        newest.clear();
    }
}
