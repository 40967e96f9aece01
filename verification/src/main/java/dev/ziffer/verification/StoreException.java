package dev.ziffer.verification;

/** The store could not do its work. The text names the operation and never holds a number or a code. */
public final class StoreException extends RuntimeException {

    /** States which operation failed and why. */
    public StoreException(String operation, Throwable cause) {
        super("The verification store failed to " + operation + "; see the cause, then repeat the request.", cause);
    }
}
