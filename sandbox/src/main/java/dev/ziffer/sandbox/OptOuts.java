package dev.ziffer.sandbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which phones replied STOP, and to which account. It concerns all of the account's numbers and Messaging Services, but
 * not names, which nobody can reply to. Keeps the newest 10,000. Safe for use by many threads.
 */
final class OptOuts {

    private static final int MAX = 10_000;

    private record OptOut(String accountSid, String phone) {}

    private final Set<OptOut> kept = new LinkedHashSet<>();
    private final Events events;

    OptOuts(Events events) {
        this.events = events;
    }

    synchronized void add(String accountSid, String phone) {
        kept.add(new OptOut(accountSid, phone));
        tell(phone);
        if (kept.size() > MAX) {
            OptOut oldest = kept.iterator().next();
            kept.remove(oldest);
            tell(oldest.phone());
        }
    }

    synchronized void remove(String accountSid, String phone) {
        kept.remove(new OptOut(accountSid, phone));
        tell(phone);
    }

    synchronized void clear() {
        kept.clear();
    }

    /** Whether this message may not be sent. */
    synchronized boolean forbid(Message message) {
        return message.fromNumber() && kept.contains(new OptOut(message.accountSid(), message.phone()));
    }

    /** The phones that get nothing from at least one account. */
    synchronized List<String> phones() {
        return kept.stream().map(OptOut::phone).distinct().toList();
    }

    private void tell(String phone) {
        events.stopped(phone, kept.stream().anyMatch(optOut -> optOut.phone().equals(phone)));
    }
}
