package dev.ziffer.twilio;

import dev.ziffer.connector.Text;
import dev.ziffer.twilio.AccountException.Reason;
import dev.ziffer.twilio.Unanswered.Reach;
import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Says why a request about the account failed. What a change may have done is null for a question. */
final class AccountFailures {

    private static final int SERVER_ERROR = 500;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int TOO_MANY_CONCURRENT_REQUESTS = 20429;

    private static final Text WRONG_REGION = new Text(
            "The region's host does not accept the credentials. Auth tokens and API keys belong to one region: copy"
                    + " this region's from the Twilio console, or leave the region out.",
            "Der Host der Region nimmt die Zugangsdaten nicht an. Auth-Token und API-Schlüssel gehören zu einer Region:"
                    + " Kopieren Sie die dieser Region aus der Twilio-Konsole oder lassen Sie die Region weg.");

    private AccountFailures() {}

    /** Twilio answered, but not with success. */
    static AccountException refused(Answer answer, Credentials credentials, @Nullable Text mayBeDone) {
        if (answer.status() >= SERVER_ERROR) {
            return mayBeDone == null
                    ? new AccountException(Reason.UNAVAILABLE, failed(answer), answer, null)
                    : new AccountException(Reason.OUTCOME_UNKNOWN, mayBeDone, answer, null);
        }
        if (answer.status() < BAD_REQUEST) {
            return unreadable(answer, new IOException("status " + answer.status()), mayBeDone);
        }
        boolean throttled = answer.status() == TOO_MANY_REQUESTS;
        OptionalInt code = answer.errorCode();
        if (code.isEmpty() && !throttled) {
            return new AccountException(Reason.REFUSED, Failures.refusedWithoutACode(answer), answer, null);
        }
        TwilioError error = TwilioErrors.of(code.orElse(TOO_MANY_CONCURRENT_REQUESTS));
        Reason reason = throttled ? Reason.TOO_MANY_REQUESTS : reason(error.code(), credentials);
        return new AccountException(
                reason, reason == Reason.WRONG_REGION ? WRONG_REGION : error.operatorText(), answer, null);
    }

    private static Reason reason(int code, Credentials credentials) {
        return switch (code) {
            case 20003 -> credentials.ofOtherRegion() ? Reason.WRONG_REGION : Reason.WRONG_CREDENTIALS;
            case 10001, 20005, 21472 -> Reason.ACCOUNT_NOT_ACTIVE;
            case 20006, 20008, 20010, 20403, 70051 -> Reason.NOT_ALLOWED;
            case 20404, 21471 -> Reason.NOT_FOUND;
            default -> Reason.REFUSED;
        };
    }

    /** Twilio's answer to a question, or to a change that it made, cannot be read. */
    static AccountException unreadable(Answer answer, IOException cause, @Nullable Text mayBeDone) {
        return mayBeDone == null
                ? new AccountException(Reason.UNREADABLE, Failures.cannotBeRead(answer), answer, cause)
                : new AccountException(Reason.OUTCOME_UNKNOWN, mayBeDone, answer, cause);
    }

    /** No answer came. */
    static AccountException notAnswered(Unanswered cause, @Nullable Text mayBeDone) {
        return mayBeDone == null || cause.reach() == Reach.NOT_CONNECTED
                ? new AccountException(Reason.UNAVAILABLE, Failures.UNREACHABLE, null, cause)
                : new AccountException(Reason.OUTCOME_UNKNOWN, mayBeDone, null, cause);
    }

    private static Text failed(Answer answer) {
        return new Text(
                "Twilio failed (HTTP " + answer.status() + "). Try again later; see status.twilio.com.",
                "Bei Twilio ist ein Fehler aufgetreten (HTTP " + answer.status() + "). Versuchen Sie es später noch"
                        + " einmal; siehe status.twilio.com.");
    }
}
