package dev.ziffer.twilio;

/** No answer came. */
final class Unanswered extends Exception {

    /** How far the request got. */
    enum Reach {
        /** No connection was made: nothing was sent. */
        NOT_CONNECTED,
        /** The deadline passed; the request may have arrived. */
        DEADLINE,
        /** The connection broke; the request may have arrived. */
        BROKEN
    }

    private final Reach reach;

    Unanswered(Reach reach, Throwable cause) {
        super(reach.name(), cause);
        this.reach = reach;
    }

    Reach reach() {
        return reach;
    }
}
