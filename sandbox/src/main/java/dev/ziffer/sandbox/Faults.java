package dev.ziffer.sandbox;

import java.util.concurrent.atomic.AtomicReference;

/** The fault that is set, and whose turn it is. Safe for use by many threads: "the next 3" are exactly 3. */
final class Faults {

    /** The setting, and how many requests it has seen. */
    private record Turn(Fault fault, long seen) {}

    private final AtomicReference<Turn> turn = new AtomicReference<>(new Turn(Fault.NONE, 0));
    private final Events events;

    Faults(Events events) {
        this.events = events;
    }

    Fault current() {
        return turn.get().fault();
    }

    void set(Fault fault) {
        turn.set(new Turn(fault, 0));
        events.fault(fault);
    }

    /** What happens to this request. */
    Fault next(boolean sends) {
        while (true) {
            Turn now = turn.get();
            Fault fault = now.fault();
            if (fault.idle() || (fault.requests() == Fault.Requests.SEND && !sends)) {
                return Fault.NONE;
            }
            // Of every hundred requests exactly `percent` are hit, and they are spread evenly.
            long hitsBefore = now.seen() * fault.percent() / 100;
            boolean hit = (now.seen() + 1) * fault.percent() / 100 > hitsBefore;
            Fault after = hit ? fault.happened() : fault;
            if (turn.compareAndSet(now, new Turn(after, now.seen() + 1))) {
                if (!after.equals(fault)) {
                    events.fault(after);
                }
                return hit ? fault : Fault.NONE;
            }
        }
    }
}
