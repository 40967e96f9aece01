package dev.ziffer.twilio;

import java.util.Optional;

/**
 * What Twilio says about an account. All is empty for an API key that works but may not read the account, as Twilio's
 * Standard keys may not.
 *
 * @param friendlyName what the operator calls it
 * @param status empty also for a status that is not known here
 * @param type empty also for a type that is not known here
 * @see <a href="https://www.twilio.com/docs/iam/api/account">Twilio, Accounts resource</a>
 */
public record AccountState(Optional<String> friendlyName, Optional<Status> status, Optional<Type> type) {

    /** An account that works but may not be read. */
    static final AccountState HIDDEN = new AccountState(Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether an account can be used. */
    public enum Status {
        /** Yes. */
        ACTIVE,
        /** Not until Twilio's conditions are met, such as a payment. */
        SUSPENDED,
        /** Never again. */
        CLOSED
    }

    /** Whether an account is paid for. */
    public enum Type {
        /** No: it sends only to numbers that are verified with Twilio. */
        TRIAL,
        /** Yes. */
        FULL
    }
}
