package dev.ziffer.connector;

import java.util.Locale;

/** Whether the same message can succeed another time. */
public enum Retry {
    /** No. */
    NO,
    /** Yes, after a while. */
    LATER,
    /** Yes, from another sender or over another channel. */
    OTHER,
    /** Yes, once the operator has mended something. */
    FIX;

    /** The name in answers, such as {@code later}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
