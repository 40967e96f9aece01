package dev.ziffer.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The whole way of a message, decided when it is created: which status it has from when on. The status at any time is
 * read off the clock, so nothing has to run for a message to advance.
 *
 * @param steps one or more, in order of time
 */
record Journey(List<Step> steps) {

    /** From {@code at} on, the message has this status, with an error if it ends badly. */
    record Step(Status status, Instant at, @Nullable TwilioError error) {}

    Journey {
        steps = List.copyOf(steps);
    }

    /** The way of a message from a phone: it is there. */
    static Journey received(Instant at) {
        return new Journey(List.of(new Step(Status.RECEIVED, at, null)));
    }

    /**
     * The way of an outgoing message.
     *
     * @param viaService whether a Messaging Service sends it, which first has to choose a sender
     * @param validity how long it may wait in the queue
     * @param pace the time from one status to the next; the carrier's report takes two of these
     */
    static Journey sent(Fate fate, boolean viaService, Instant created, Duration validity, Duration pace) {
        List<Step> steps = new ArrayList<>();
        Instant at = created;
        if (viaService) {
            steps.add(new Step(Status.ACCEPTED, at, null));
            at = at.plus(pace);
        }
        steps.add(new Step(Status.QUEUED, at, null));
        at = at.plus(pace);
        boolean neverSent = fate.outcome() == Fate.Outcome.EXPIRED;
        if (neverSent || at.isAfter(created.plus(validity))) {
            Instant end = pace.isZero() ? created : created.plus(validity);
            steps.add(new Step(Status.FAILED, end, TwilioError.EXPIRED));
            return new Journey(steps);
        }
        if (fate.outcome() == Fate.Outcome.FAILED) {
            steps.add(new Step(Status.FAILED, at, fate.error()));
            return new Journey(steps);
        }
        steps.add(new Step(Status.SENDING, at, null));
        at = at.plus(pace);
        steps.add(new Step(Status.SENT, at, null));
        at = at.plus(pace.multipliedBy(2));
        switch (fate.outcome()) {
            case DELIVERED -> steps.add(new Step(Status.DELIVERED, at, null));
            case UNDELIVERED -> steps.add(new Step(Status.UNDELIVERED, at, fate.error()));
            default -> {
                // The carrier sends no report: it stays sent.
            }
        }
        return new Journey(steps);
    }

    /** What the message is before anything happened to it; the answer to its creation. */
    Step first() {
        return steps.getFirst();
    }

    Step last() {
        return steps.getLast();
    }

    /** What the message is at this time. */
    Step at(Instant now) {
        Step current = first();
        for (Step step : steps) {
            if (!step.at().isAfter(now)) {
                current = step;
            }
        }
        return current;
    }

    /** When it was or will be handed to the carrier, if ever. */
    Optional<Instant> sentAt() {
        return steps.stream()
                .filter(step -> step.status() == Status.SENT)
                .map(Step::at)
                .findFirst();
    }

    /** Whether it reaches the phone in the end. */
    boolean arrives() {
        return last().status() != Status.UNDELIVERED && last().status() != Status.FAILED;
    }
}
