package dev.ziffer.verification;

/** A text is no phone number that a code can be sent to. The message names the fix and never holds the text. */
public final class PhoneNumberException extends Exception {

    private final Reason reason;

    PhoneNumberException(Reason reason) {
        super(reason.message);
        this.reason = reason;
    }

    /** Why it was refused. */
    public Reason reason() {
        return reason;
    }

    /** The reasons, each with a fix of its own. */
    public enum Reason {
        /** Something that is neither a digit nor allowed between digits, or no digits at all. */
        NOT_A_NUMBER("The phone number must be digits only, beginning with the country calling code."),
        /** No country has this calling code. */
        UNKNOWN_CALLING_CODE("The phone number must begin with an existing country calling code, such as 49."),
        /** Fewer digits than any number of that country has. */
        TOO_SHORT("The phone number has too few digits for its country; check it for a missing digit."),
        /** More digits than any number of that country has. */
        TOO_LONG("The phone number has too many digits for its country; check it for an extra digit."),
        /** A length that no number of that country has, or one that only works without the area code. */
        WRONG_LENGTH("The phone number has a length that its country does not use; give it with its area code."),
        /** A kind of number that cannot or should not get codes, such as a premium-rate one. */
        KIND_NOT_ALLOWED("Codes are not sent to this kind of number; use a mobile number."),
        /** A calling code of satellite phones and other international networks. */
        NETWORK_NOT_ALLOWED("Codes are not sent to satellite and international networks; use a mobile number.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }
}
