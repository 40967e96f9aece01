package dev.ziffer.twilio;

import java.util.List;
import java.util.OptionalInt;

/**
 * How far a registration for sending to the United States is.
 *
 * @param status Twilio's own word for it; empty if there is no registration
 * @param objections why it was rejected
 */
public record Registration(State state, String status, List<Objection> objections) {

    /** There is no registration. */
    static final Registration NONE = new Registration(State.NONE, "", List.of());

    /** Copies the objections. */
    public Registration {
        objections = List.copyOf(objections);
    }

    /** How far it is, from nothing to what is wanted. */
    public enum State {
        /** Nothing was handed in. */
        NONE,
        /** It was rejected, or withdrawn after it was approved. */
        REJECTED,
        /** It is being looked at. */
        PENDING,
        /** Messages may be sent. */
        APPROVED
    }

    /**
     * Why a registration was rejected.
     *
     * @param code Twilio's code, if it gave one
     * @param description in Twilio's words, in English; may be empty
     * @param fields what of the registration it is about, in Twilio's names; may be empty
     */
    public record Objection(OptionalInt code, String description, List<String> fields) {

        /** Copies the fields. */
        public Objection {
            fields = List.copyOf(fields);
        }
    }
}
