package dev.ziffer.connector;

import java.util.Locale;

/** Who can mend what went wrong. */
public enum Fault {
    /** The person with the phone: the number is wrong, out of reach or blocks messages. */
    NUMBER,
    /** The operator: account, senders, registration, permissions. */
    OPERATOR,
    /** The provider or a carrier. */
    PROVIDER,
    /** Nobody: a protection against fraud stepped in. */
    FRAUD_PROTECTION,
    /** Nobody: nothing is wrong. */
    NONE;

    /** The name in answers, such as {@code fraud_protection}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
