package dev.ziffer.server.operators;

import java.util.Locale;

/** What an operator may do. */
public enum Role {
    /** Everything. */
    ADMINISTRATOR,
    /** Sees what became of messages, with masked numbers, and no secret; changes nothing but the own password. */
    SUPPORT;

    String kept() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String kept) {
        return valueOf(kept.toUpperCase(Locale.ROOT));
    }
}
