package dev.ziffer.connector;

import java.util.Locale;

/** What kept a connector from doing what was asked, in the words of Logto's connectors and two of our own. */
public enum ErrorCode {
    /** The provider refused; its own code says why. */
    GENERAL(400),
    /** The configuration cannot be used. */
    INVALID_CONFIG(400),
    /** The provider's answer cannot be read. */
    INVALID_RESPONSE(400),
    /** No template fits the message. */
    TEMPLATE_NOT_FOUND(400),
    /** The provider asks for fewer requests. */
    RATE_LIMIT_EXCEEDED(429),
    /** The provider cannot be reached, or failed. */
    PROVIDER_UNAVAILABLE(502),
    /** The provider did not answer in time: the message may have been sent. */
    OUTCOME_UNKNOWN(504);

    private final int httpStatus;

    ErrorCode(int httpStatus) {
        this.httpStatus = httpStatus;
    }

    /** The name in answers, without a prefix, such as {@code invalid_config}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status of an answer with this code. */
    public int httpStatus() {
        return httpStatus;
    }
}
