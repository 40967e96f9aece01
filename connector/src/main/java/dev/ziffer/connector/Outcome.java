package dev.ziffer.connector;

/** Whether a message that failed may have been sent all the same. */
public enum Outcome {
    /** Certainly not sent, and not because of the number. */
    NOT_SENT,
    /** Refused because of the number. */
    REFUSED,
    /** May have been sent. */
    UNKNOWN
}
