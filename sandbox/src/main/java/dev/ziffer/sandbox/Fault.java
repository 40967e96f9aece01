package dev.ziffer.sandbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with requests to Twilio's API, and with which of them.
 *
 * @param kind what happens
 * @param requests which requests it can happen to
 * @param percent to how many of a hundred of those it happens, evenly spread
 * @param next after how many times it is over; empty for never
 * @param latencyMillis how long a request that it happens to waits for its answer or its end; it is accepted before
 * @param status the HTTP status of {@link Kind#SERVER_ERROR} and {@link Kind#SERVER_ERROR_AFTER_ACCEPT}
 */
record Fault(Kind kind, Requests requests, int percent, OptionalInt next, int latencyMillis, int status) {

    static final Fault NONE = new Fault(Kind.NONE, Requests.SEND, 100, OptionalInt.empty(), 0, 503);

    private static final int MAX_LATENCY = 60_000;
    private static final List<String> FIELDS = List.of("fault", "requests", "latency", "percent", "next", "status");

    /** What happens to a request. */
    enum Kind {
        /** Nothing but the latency. */
        NONE,
        /** 429, and nothing is stored. */
        TOO_MANY_REQUESTS,
        /** 5xx, and nothing is stored. */
        SERVER_ERROR,
        /** The message is accepted, the answer is 5xx. */
        SERVER_ERROR_AFTER_ACCEPT,
        /** The connection is closed without an answer, and nothing is stored. */
        DROP_BEFORE_ACCEPT,
        /** The message is accepted, then the connection is closed without an answer. */
        DROP_AFTER_ACCEPT;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean accepts() {
            return this == NONE || this == SERVER_ERROR_AFTER_ACCEPT || this == DROP_AFTER_ACCEPT;
        }
    }

    /** Which requests a fault can happen to. */
    enum Requests {
        /** Those that send a message. */
        SEND,
        /** All. */
        ALL;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads a fault from parameters; what is missing is as in {@link #NONE}, and what is unknown is refused. */
    static Fault of(Form form) throws Request.BadRequest {
        for (String name : form.names()) {
            if (!FIELDS.contains(name)) {
                throw new Request.BadRequest(
                        400, name + " is no field of a fault; these are: " + String.join(", ", FIELDS) + ".");
            }
        }
        return new Fault(
                choice(form, "fault", Kind.values(), Kind.NONE),
                choice(form, "requests", Requests.values(), Requests.SEND),
                number(form, "percent", 0, 100).orElse(NONE.percent),
                number(form, "next", 1, Integer.MAX_VALUE),
                number(form, "latency", 0, MAX_LATENCY).orElse(0),
                number(form, "status", 500, 599).orElse(NONE.status));
    }

    /** Whether this changes nothing. */
    boolean idle() {
        return kind == Kind.NONE && latencyMillis == 0;
    }

    /** This fault after it has happened once more. */
    Fault happened() {
        if (next.isEmpty()) {
            return this;
        }
        return next.getAsInt() == 1
                ? NONE
                : new Fault(kind, requests, percent, OptionalInt.of(next.getAsInt() - 1), latencyMillis, status);
    }

    /** The parameters it can be read from. */
    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("fault", kind.wireName());
        json.put("requests", requests.wireName());
        json.put("percent", percent);
        json.put("next", next.isPresent() ? next.getAsInt() : null);
        json.put("latency", latencyMillis);
        json.put("status", status);
        return json;
    }

    private static <E extends Enum<E>> E choice(Form form, String name, E[] choices, E otherwise)
            throws Request.BadRequest {
        if (form.value(name).isEmpty()) {
            return otherwise;
        }
        String given = form.value(name).orElseThrow();
        for (E choice : choices) {
            if (choice.name().toLowerCase(Locale.ROOT).equals(given)) {
                return choice;
            }
        }
        String known = Arrays.stream(choices)
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new Request.BadRequest(400, name + " is one of " + known + ".");
    }

    private static OptionalInt number(Form form, String name, int min, int max) throws Request.BadRequest {
        if (form.value(name).isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(form.value(name).orElseThrow());
            if (number >= min && number <= max) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException _) {
            // Refused below, like a number out of range.
        }
        throw new Request.BadRequest(400, name + " is a whole number from " + min + " to " + max + ".");
    }
}
