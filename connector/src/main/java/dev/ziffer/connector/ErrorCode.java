package dev.ziffer.connector;

import java.util.Locale;

/**
 * What kept a connector from doing what was asked: the codes of Logto's connectors, without those of social sign-in, and
 * two more, {@link #PROVIDER_UNAVAILABLE} and {@link #OUTCOME_UNKNOWN}.
 */
public enum ErrorCode {
    /** The provider refused; its own code says why. */
    GENERAL(400),
    /** The connector describes itself wrongly. */
    INVALID_METADATA(400),
    /** The connector's own check of configurations is broken. */
    INVALID_CONFIG_GUARD(400),
    /** The configuration cannot be used. */
    INVALID_CONFIG(400),
    /** A certificate in the configuration cannot be used. */
    INVALID_CERTIFICATE(400),
    /** The request has a value that the connector cannot use. */
    INVALID_REQUEST_PARAMETERS(400),
    /** The request lacks a value that the connector needs. */
    INSUFFICIENT_REQUEST_PARAMETERS(400),
    /** The provider's answer cannot be read. */
    INVALID_RESPONSE(400),
    /** The connector is of another type than the one asked for. */
    UNEXPECTED_TYPE(400),
    /** No template fits the message. */
    TEMPLATE_NOT_FOUND(400),
    /** The connector cannot send this template. */
    TEMPLATE_NOT_SUPPORTED(400),
    /** The provider does not accept the person's authorization. */
    AUTHORIZATION_FAILED(401),
    /** The provider asks for fewer requests. */
    RATE_LIMIT_EXCEEDED(429),
    /** The provider's quota is used up. */
    USAGE_LIMIT_EXCEEDED(429),
    /** The connector does not do this. */
    NOT_IMPLEMENTED(501),
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
