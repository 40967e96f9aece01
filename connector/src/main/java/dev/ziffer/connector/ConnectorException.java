package dev.ziffer.connector;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A connector could not do what was asked. No text of it holds a phone number, a code or a secret. */
public final class ConnectorException extends Exception {

    private final ErrorCode code;
    private final Outcome outcome;
    private final Text operatorText;
    private final Text userText;
    private final OptionalInt providerCode;
    private final @Nullable Fault fault;
    private final @Nullable Retry retry;
    private final @Nullable String requestId;
    private final @Nullable Duration retryAfter;
    private final Validation validation;

    private ConnectorException(Builder builder) {
        super(builder.code.wireName() + ": " + builder.operatorText.en(), builder.cause);
        this.code = builder.code;
        this.outcome = builder.outcome;
        this.operatorText = builder.operatorText;
        this.userText = builder.userText;
        this.providerCode = builder.providerCode;
        this.fault = builder.fault;
        this.retry = builder.retry;
        this.requestId = builder.requestId;
        this.retryAfter = builder.retryAfter;
        this.validation = builder.validation;
    }

    /**
     * Starts an exception.
     *
     * @param operatorText what happened and what the operator can do
     * @param userText what the person with the phone should read
     */
    public static Builder of(ErrorCode code, Outcome outcome, Text operatorText, Text userText) {
        return new Builder(code, outcome, operatorText, userText);
    }

    /** What went wrong, for programs. */
    public ErrorCode code() {
        return code;
    }

    /** Whether the message may have been sent; {@link Outcome#UNKNOWN} where nothing was to be sent. */
    public Outcome outcome() {
        return outcome;
    }

    /** The provider's own code, if it gave one. */
    public OptionalInt providerCode() {
        return providerCode;
    }

    /** Who can mend it, where that is known. */
    public Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** Whether the same message can succeed another time, where that is known. */
    public Optional<Retry> retry() {
        return Optional.ofNullable(retry);
    }

    /** What happened and what the operator can do. */
    public String operatorText(Locale locale) {
        return operatorText.in(locale);
    }

    /** What the person with the phone should read. */
    public String userText(Locale locale) {
        return userText.in(locale);
    }

    /** The provider's name for the request, for its support. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** How long the provider asks to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** What is wrong with the configuration; empty unless the code is {@link ErrorCode#INVALID_CONFIG}. */
    public Validation validation() {
        return validation;
    }

    /** Collects what is known about a failure. */
    public static final class Builder {

        private final ErrorCode code;
        private final Outcome outcome;
        private final Text operatorText;
        private final Text userText;
        private OptionalInt providerCode = OptionalInt.empty();
        private @Nullable Fault fault;
        private @Nullable Retry retry;
        private @Nullable String requestId;
        private @Nullable Duration retryAfter;
        private @Nullable Throwable cause;
        private Validation validation = new Validation(List.of(), List.of());

        private Builder(ErrorCode code, Outcome outcome, Text operatorText, Text userText) {
            this.code = code;
            this.outcome = outcome;
            this.operatorText = operatorText;
            this.userText = userText;
        }

        /** Sets the provider's own code. */
        public Builder providerCode(int value) {
            this.providerCode = OptionalInt.of(value);
            return this;
        }

        /** Sets who can mend it and whether to try again. */
        public Builder advice(Fault whose, Retry again) {
            this.fault = whose;
            this.retry = again;
            return this;
        }

        /** Sets the provider's name for the request. */
        public Builder requestId(@Nullable String value) {
            this.requestId = value;
            return this;
        }

        /** Sets how long the provider asks to wait. */
        public Builder retryAfter(@Nullable Duration value) {
            this.retryAfter = value;
            return this;
        }

        /** Sets what is wrong with the configuration. */
        public Builder validation(Validation value) {
            this.validation = value;
            return this;
        }

        /** Sets what happened underneath. */
        public Builder cause(Throwable value) {
            this.cause = value;
            return this;
        }

        /** The exception, to be thrown. */
        public ConnectorException build() {
            return new ConnectorException(this);
        }
    }
}
