package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest 200 requests to send that did not go well. Safe for use by many threads. */
final class Incidents {

    private static final int MAX = 200;

    private final Deque<Incident> newest = new ArrayDeque<>();

    /**
     * A request to send that was refused or that a fault happened to.
     *
     * @param sequence its place among the messages and incidents
     * @param phone the recipient's number, or {@code ?} if it was none
     * @param to the recipient as it was given, at most 32 characters of it
     * @param refusal why it was refused; null if it was hit by a fault
     * @param status the HTTP status it was answered with, 0 if it was not answered
     * @param stored whether its message was accepted all the same
     */
    record Incident(
            long sequence,
            String phone,
            String to,
            @Nullable TwilioError refusal,
            int status,
            boolean stored,
            Instant at) {}

    synchronized void add(Incident incident) {
        newest.addLast(incident);
        if (newest.size() > MAX) {
            newest.removeFirst();
        }
    }

    /** All, the oldest first. */
    synchronized List<Incident> all() {
        return List.copyOf(newest);
    }

    synchronized void clear() {
        newest.clear();
    }
}
