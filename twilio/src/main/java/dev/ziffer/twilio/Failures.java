package dev.ziffer.twilio;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.ErrorCode;
import dev.ziffer.connector.Fault;
import dev.ziffer.connector.Outcome;
import dev.ziffer.connector.Retry;
import dev.ziffer.connector.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Says what a failed request means for the message. */
final class Failures {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int TOO_MANY_CONCURRENT_REQUESTS = 20429;
    private static final int SERVER_ERROR = 500;
    private static final int BAD_REQUEST = 400;
    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

    /** Nothing answers at Twilio's address. */
    static final Text UNREACHABLE = new Text(
            "Twilio cannot be reached. Check the network, the proxy and status.twilio.com.",
            "Twilio ist nicht erreichbar. Prüfen Sie Netz, Proxy und status.twilio.com.");

    private Failures() {}

    /** Twilio answered a message that was to be sent, but not with success. */
    static ConnectorException notSent(Answer answer) {
        return refused(answer, true);
    }

    /** Twilio answered a question, but not with success. */
    static ConnectorException notTold(Answer answer) {
        return refused(answer, false);
    }

    private static ConnectorException refused(Answer answer, boolean sending) {
        if (answer.status() >= SERVER_ERROR) {
            return unavailable(answer);
        }
        if (answer.status() < BAD_REQUEST) {
            return unreadable(answer, new IOException("status " + answer.status()));
        }
        OptionalInt code = answer.errorCode();
        boolean throttled = answer.status() == TOO_MANY_REQUESTS;
        if (code.isEmpty() && !throttled) {
            return notRefusedByTwilio(answer, sending);
        }
        TwilioError error = TwilioErrors.of(code.orElse(TOO_MANY_CONCURRENT_REQUESTS));
        ConnectorException.Builder exception = ConnectorException.of(
                        throttled ? ErrorCode.RATE_LIMIT_EXCEEDED : ErrorCode.GENERAL,
                        outcome(sending, error.refusesNumber()),
                        error.operatorText(),
                        error.userText())
                .advice(error.fault(), error.retry())
                .requestId(answer.requestId());
        code.ifPresent(exception::providerCode);
        if (throttled) {
            exception.retryAfter(answer.retryAfter().orElse(SHORT_WAIT));
        }
        return exception.build();
    }

    /** Something between refused. */
    static Text refusedWithoutACode(Answer answer) {
        return new Text(
                "The request was refused (HTTP " + answer.status() + ") without one of Twilio's codes. Look for a proxy"
                        + " on the way to Twilio.",
                "Die Anfrage wurde abgewiesen (HTTP " + answer.status() + "), ohne einen Code von Twilio. Suchen Sie"
                        + " nach einem Proxy auf dem Weg zu Twilio.");
    }

    private static ConnectorException notRefusedByTwilio(Answer answer, boolean sending) {
        return ConnectorException.of(
                        ErrorCode.GENERAL,
                        outcome(sending, false),
                        refusedWithoutACode(answer),
                        TwilioErrors.userText("cannot_send"))
                .advice(Fault.OPERATOR, Retry.FIX)
                .requestId(answer.requestId())
                .build();
    }

    private static Outcome outcome(boolean sending, boolean refusesNumber) {
        if (!sending) {
            return Outcome.UNKNOWN;
        }
        return refusesNumber ? Outcome.REFUSED : Outcome.NOT_SENT;
    }

    /** Twilio accepted a message, but its answer cannot be read. */
    static ConnectorException acceptedUnreadably(Answer answer, IOException cause) {
        return outcomeUnknown(
                new Text(
                        "Twilio accepted the message, but its answer cannot be read. The code can still arrive. Look for a"
                                + " proxy that changes answers.",
                        "Twilio hat die Nachricht angenommen, aber die Antwort ist nicht lesbar. Der Code kann noch"
                                + " ankommen. Suchen Sie nach einem Proxy, der Antworten verändert."),
                answer.requestId(),
                cause);
    }

    /** Something between changed the answer. */
    static Text cannotBeRead(Answer answer) {
        return new Text(
                "Twilio's answer cannot be read (HTTP " + answer.status() + "). Look for a proxy that changes it.",
                "Twilios Antwort ist nicht lesbar (HTTP " + answer.status() + "). Suchen Sie nach einem Proxy, der sie"
                        + " verändert.");
    }

    /** Twilio answered a question, but its answer cannot be read. */
    static ConnectorException unreadable(Answer answer, IOException cause) {
        return ConnectorException.of(
                        ErrorCode.INVALID_RESPONSE,
                        Outcome.UNKNOWN,
                        cannotBeRead(answer),
                        TwilioErrors.userText("may_arrive"))
                .advice(Fault.PROVIDER, Retry.LATER)
                .requestId(answer.requestId())
                .cause(cause)
                .build();
    }

    /** No answer came to a message that was to be sent. */
    static ConnectorException notAnswered(Unanswered cause) {
        return switch (cause.reach()) {
            case NOT_CONNECTED -> unreachable(cause, Outcome.NOT_SENT);
            case DEADLINE ->
                outcomeUnknown(
                        new Text(
                                "Twilio did not answer in time. The message may have been sent; the code can still"
                                        + " arrive. If it happens often, check the network and status.twilio.com.",
                                "Twilio hat nicht rechtzeitig geantwortet. Die Nachricht wurde vielleicht gesendet; der"
                                        + " Code kann noch ankommen. Kommt es oft vor, prüfen Sie das Netz und"
                                        + " status.twilio.com."),
                        null,
                        cause);
            case BROKEN ->
                outcomeUnknown(
                        new Text(
                                "The connection broke before Twilio's answer came. The message may have been sent; the"
                                        + " code can still arrive. If it happens every time, check the proxy.",
                                "Die Verbindung brach ab, bevor Twilios Antwort kam. Die Nachricht wurde vielleicht"
                                        + " gesendet; der Code kann noch ankommen. Geschieht es jedes Mal, prüfen Sie"
                                        + " den Proxy."),
                        null,
                        cause);
        };
    }

    private static ConnectorException outcomeUnknown(Text operatorText, @Nullable String requestId, Exception cause) {
        return ConnectorException.of(
                        ErrorCode.OUTCOME_UNKNOWN, Outcome.UNKNOWN, operatorText, TwilioErrors.userText("may_arrive"))
                .advice(Fault.PROVIDER, Retry.LATER)
                .requestId(requestId)
                .cause(cause)
                .build();
    }

    /** No answer came to a question. */
    static ConnectorException notRead(Unanswered cause) {
        return unreachable(cause, Outcome.UNKNOWN);
    }

    private static ConnectorException unreachable(Unanswered cause, Outcome outcome) {
        return ConnectorException.of(
                        ErrorCode.PROVIDER_UNAVAILABLE, outcome, UNREACHABLE, TwilioErrors.userText("later"))
                .advice(Fault.PROVIDER, Retry.LATER)
                .cause(cause)
                .build();
    }

    private static ConnectorException unavailable(Answer answer) {
        ConnectorException.Builder exception = ConnectorException.of(
                        ErrorCode.PROVIDER_UNAVAILABLE,
                        Outcome.UNKNOWN,
                        new Text(
                                "Twilio failed (HTTP " + answer.status() + "). The message may have been sent; see"
                                        + " status.twilio.com.",
                                "Bei Twilio ist ein Fehler aufgetreten (HTTP " + answer.status() + "). Die Nachricht"
                                        + " wurde vielleicht gesendet; siehe status.twilio.com."),
                        TwilioErrors.userText("may_arrive"))
                .advice(Fault.PROVIDER, Retry.LATER)
                .requestId(answer.requestId());
        answer.errorCode().ifPresent(exception::providerCode);
        return exception.build();
    }
}
