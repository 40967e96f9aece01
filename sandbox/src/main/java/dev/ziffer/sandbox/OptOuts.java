package dev.ziffer.sandbox;

import java.util.LinkedHashSet;
import java.util.Set;

/** Which phones want nothing from whom. Keeps the newest 10,000. Safe for use by many threads. */
final class OptOuts {

    private static final int MAX = 10_000;

    private record OptOut(String accountSid, String scope, String phone) {}

    private final Set<OptOut> kept = new LinkedHashSet<>();

    synchronized void add(Message message) {
        kept.add(of(message));
        if (kept.size() > MAX) {
            kept.remove(kept.iterator().next());
        }
    }

    synchronized void remove(Message message) {
        kept.remove(of(message));
    }

    synchronized void clear() {
        kept.clear();
    }

    /** Whether the phone this message is to wants nothing from its sender. */
    synchronized boolean contains(Message message) {
        return kept.contains(of(message));
    }

    private static OptOut of(Message message) {
        return new OptOut(message.accountSid(), message.optOutScope(), message.phone());
    }
}
