package dev.ziffer.twilio;

import dev.ziffer.connector.Text;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A question about the Twilio account, or a change to it, failed. No text of it holds a phone number or a secret. */
public final class AccountException extends Exception {

    /** What kept it from being done. */
    public enum Reason {
        /** A value cannot be used; Twilio was not asked. */
        INVALID_VALUE,
        /** Twilio does not know the credentials. */
        WRONG_CREDENTIALS,
        /** The region's host does not know the credentials: they are another region's, or wrong. */
        WRONG_REGION,
        /** The credentials are known but may not do this. */
        NOT_ALLOWED,
        /** The account is suspended or closed. */
        ACCOUNT_NOT_ACTIVE,
        /** The account does not have what was asked for. */
        NOT_FOUND,
        /** Twilio refused; its code says why. */
        REFUSED,
        /** Twilio asks for fewer requests; nothing was done. */
        TOO_MANY_REQUESTS,
        /** Twilio cannot be reached or failed; nothing was changed. */
        UNAVAILABLE,
        /** Twilio's answer to a question cannot be read. */
        UNREADABLE,
        /** No usable answer came to a change: it may have been made. */
        OUTCOME_UNKNOWN
    }

    private final Reason reason;
    private final Text operatorText;
    private final OptionalInt providerCode;
    private final @Nullable String requestId;
    private final @Nullable Duration retryAfter;

    AccountException(Reason reason, Text operatorText, @Nullable Answer answer, @Nullable Throwable cause) {
        this(reason, operatorText, answer == null ? OptionalInt.empty() : answer.errorCode(), answer, cause);
    }

    private AccountException(
            Reason reason,
            Text operatorText,
            OptionalInt providerCode,
            @Nullable Answer answer,
            @Nullable Throwable cause) {
        super(reason + ": " + operatorText.en(), cause);
        this.reason = reason;
        this.operatorText = operatorText;
        this.providerCode = providerCode;
        this.requestId = answer == null ? null : answer.requestId();
        this.retryAfter = answer == null ? null : answer.retryAfter().orElse(null);
    }

    /** Twilio refused a part of what was asked for. */
    static AccountException refused(TwilioError error) {
        return new AccountException(Reason.REFUSED, error.operatorText(), OptionalInt.of(error.code()), null, null);
    }

    /** A value cannot be used. */
    static AccountException invalid(String en, String de) {
        return invalid(new Text(en, de));
    }

    /** A value cannot be used. */
    static AccountException invalid(Text operatorText) {
        return new AccountException(Reason.INVALID_VALUE, operatorText, null, null);
    }

    /** What kept it from being done, for programs. */
    public Reason reason() {
        return reason;
    }

    /** What happened and what the operator can do. */
    public String operatorText(Locale locale) {
        return operatorText.in(locale);
    }

    /** Twilio's own code, if it gave one. */
    public OptionalInt providerCode() {
        return providerCode;
    }

    /** Twilio's name for the request, for its support. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** How long Twilio asks to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
