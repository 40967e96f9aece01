package dev.ziffer.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What goes wrong with the status callbacks of messages that are created while it is set.
 *
 * @param latenessMillis how much later {@link Kind#LATE} ones come
 */
record CallbackFault(Kind kind, int latenessMillis) {

    static final CallbackFault NONE = new CallbackFault(Kind.NONE, 10_000);

    private static final int MAX_LATENESS = 600_000;

    /** What happens to them. */
    enum Kind implements Fields.Choice {
        /** Each comes once, in its turn and at its time. */
        NONE,
        /** Each comes twice. */
        DUPLICATED,
        /** The last comes first, and then the others backwards. */
        REORDERED,
        /** Each comes later. */
        LATE;

        @Override
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A status that is told of, and when. */
    record Telling(Journey.Step step, Instant at) {}

    static CallbackFault of(Fields fields) throws Request.BadRequest {
        return new CallbackFault(
                fields.choice("callbacks", Kind.values(), NONE.kind),
                fields.number("lateness", 0, MAX_LATENESS).orElse(NONE.latenessMillis));
    }

    /**
     * Which statuses of a message are told of, in order. The first is the answer to its creation; of its being sent
     * only the end is told.
     */
    List<Telling> plan(Journey journey) {
        List<Journey.Step> steps = journey.steps().stream()
                .skip(1)
                .filter(step -> step.status() != Status.SENDING)
                .toList();
        Stream<Telling> inTurn = steps.stream().map(step -> new Telling(step, step.at()));
        return switch (kind) {
            case NONE -> inTurn.toList();
            case DUPLICATED ->
                inTurn.flatMap(telling -> Stream.of(telling, telling)).toList();
            case LATE ->
                inTurn.map(telling -> new Telling(telling.step(), telling.at().plus(Duration.ofMillis(latenessMillis))))
                        .toList();
            case REORDERED -> {
                List<Telling> backwards = new ArrayList<>();
                for (Journey.Step step : steps.reversed()) {
                    backwards.add(new Telling(step, journey.last().at()));
                }
                yield backwards;
            }
        };
    }
}
