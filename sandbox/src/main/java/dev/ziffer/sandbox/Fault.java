package dev.ziffer.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
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
 * @param callbacks what goes wrong with status callbacks, which is never over by itself
 */
record Fault(
        Kind kind,
        Requests requests,
        int percent,
        OptionalInt next,
        int latencyMillis,
        int status,
        CallbackFault callbacks) {

    static final Fault NONE = new Fault(Kind.NONE, Requests.SEND, 100, OptionalInt.empty(), 0, 503, CallbackFault.NONE);

    private static final int MAX_LATENCY = 60_000;
    private static final List<String> FIELDS =
            List.of("fault", "requests", "latency", "percent", "next", "status", "callbacks", "lateness");

    /** What happens to a request. */
    enum Kind implements Fields.Choice {
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

        @Override
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean accepts() {
            return this == NONE || this == SERVER_ERROR_AFTER_ACCEPT || this == DROP_AFTER_ACCEPT;
        }
    }

    /** Which requests a fault can happen to. */
    enum Requests implements Fields.Choice {
        /** Those that send a message. */
        SEND,
        /** All. */
        ALL;

        @Override
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads a fault from a request's body; what is missing is as in {@link #NONE}. */
    static Fault of(Request request) throws Request.BadRequest {
        Fields fields = Fields.of(request, "a fault", FIELDS);
        return new Fault(
                fields.choice("fault", Kind.values(), Kind.NONE),
                fields.choice("requests", Requests.values(), Requests.SEND),
                fields.number("percent", 0, 100).orElse(NONE.percent),
                fields.number("next", 1, Integer.MAX_VALUE),
                fields.number("latency", 0, MAX_LATENCY).orElse(0),
                fields.number("status", 500, 599).orElse(NONE.status),
                CallbackFault.of(fields));
    }

    /** Whether this changes nothing about requests. */
    boolean idle() {
        return kind == Kind.NONE && latencyMillis == 0;
    }

    /** This fault after it has happened once more. */
    Fault happened() {
        if (next.isEmpty()) {
            return this;
        }
        return next.getAsInt() == 1
                ? new Fault(
                        NONE.kind, NONE.requests, NONE.percent, NONE.next, NONE.latencyMillis, NONE.status, callbacks)
                : new Fault(
                        kind, requests, percent, OptionalInt.of(next.getAsInt() - 1), latencyMillis, status, callbacks);
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
        json.put("callbacks", callbacks.kind().wireName());
        json.put("lateness", callbacks.latenessMillis());
        return json;
    }
}
