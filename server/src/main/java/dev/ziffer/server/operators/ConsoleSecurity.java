package dev.ziffer.server.operators;

/** What pages and the guard before them agree on. */
public final class ConsoleSecurity {

    /** Where requests are forwarded to that are refused. */
    public static final String REFUSED = "/console/refused";

    /** The attribute of such a request that is true if its form was too old, rather than its operator not allowed. */
    public static final String EXPIRED = "dev.ziffer.console.expired";

    private ConsoleSecurity() {}
}
