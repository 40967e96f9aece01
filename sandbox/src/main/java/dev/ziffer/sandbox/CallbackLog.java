package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of the newest 200 status callbacks. Safe for use by many threads. */
final class CallbackLog {

    private static final int MAX = 200;

    private final Deque<Entry> newest = new ArrayDeque<>();

    /** What became of one. */
    enum Outcome {
        /** It was answered; with what, its status says. */
        ANSWERED,
        /** Nobody answered. */
        UNREACHABLE,
        /** It was not tried, for its address is not on this machine. */
        NOT_LOCAL,
        /** It was not tried, for too many others were waiting. */
        DROPPED
    }

    /**
     * A callback.
     *
     * @param tries how often it was tried
     * @param answered the HTTP status of the last answer, 0 if there was none
     */
    record Entry(String messageSid, Status status, String url, Outcome outcome, int tries, int answered, Instant at) {

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("message", messageSid);
            json.put("status", status.wireName());
            json.put("url", url);
            json.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
            json.put("tries", tries);
            json.put("answered", answered);
            json.put("at", at.toEpochMilli());
            return json;
        }
    }

    synchronized void add(Entry entry) {
        newest.addLast(entry);
        if (newest.size() > MAX) {
            newest.removeFirst();
        }
    }

    /** All, the oldest first. */
    synchronized List<Entry> all() {
        return List.copyOf(newest);
    }

    synchronized void clear() {
        newest.clear();
    }
}
