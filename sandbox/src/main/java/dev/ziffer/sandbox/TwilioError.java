package dev.ziffer.sandbox;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The errors of Twilio's that the sandbox answers with or lets a message end in, in words of our own.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio's error dictionary</a>
 */
enum TwilioError {
    TRIAL_HAS_A_NUMBER(10002, 400, "A trial account has one number at most; upgrade it to buy another."),
    INVALID_PARAMETER(20001, 400, "A parameter is unknown to the sandbox or has a value it does not take."),
    AUTHENTICATE(
            20003, 401, "Authenticate with the Account SID and its auth token, or with an API key and its secret."),
    METHOD_NOT_ALLOWED(20004, 405, "This resource does not take this method."),
    INACTIVE(20005, 403, "The account is suspended or closed."),
    PAGE_SIZE_TOO_LARGE(20007, 400, "PageSize is at most 1000."),
    NOT_COMPLETE(20009, 409, "The message is still on its way; delete or redact it once it is sent or has failed."),
    NOT_FOUND(20404, 404, "The requested resource was not found."),
    CONFLICT(20409, 409, "There is one already."),
    TOO_MANY_REQUESTS(20429, 429, "Too many requests at once; this one was not processed."),
    INTERNAL(20500, 500, "An internal error occurred."),
    UNAVAILABLE(20503, 503, "The service is unavailable."),
    INVALID_TO(21211, 400, "To is not a valid phone number; write it in E.164 form, such as +14155550132."),
    INVALID_FROM(21212, 400, "From is not a valid sender."),
    SHORT_CODE_TO(21265, 400, "To is a short code, which cannot receive messages."),
    TO_IS_FROM(21266, 400, "To and From are the same number."),
    NAME_ON_TRIAL(21267, 400, "A trial account cannot send from a name."),
    NO_PERMISSION(21408, 400, "The account may not send to the country of this number."),
    INVALID_NUMBER(21421, 400, "PhoneNumber is not a valid phone number."),
    NOT_AVAILABLE(21422, 400, "This number is not for sale; take one that a search has found."),
    NO_NUMBER_IN_AREA(21452, 400, "There is no number for sale in this area."),
    NO_BODY(21602, 400, "Body is missing."),
    NO_SENDER(21603, 400, "From or MessagingServiceSid is missing."),
    NO_RECIPIENT(21604, 400, "To is missing; parameters are form-encoded, a JSON body is not read."),
    NOT_YOUR_SENDER(21606, 400, "From is not a number of this account that can send SMS."),
    UNVERIFIED_ON_TRIAL(21608, 400, "A trial account sends to verified numbers only, and this one is not."),
    INVALID_CALLBACK(21609, 400, "StatusCallback is not an http or https URL of a valid host."),
    OPTED_OUT(21610, 400, "The recipient replied STOP to this sender; only their START opens it again."),
    QUEUE_FULL(21611, 429, "The sender's queue is full."),
    NO_ROUTE(21612, 400, "There is no route from this sender to this number."),
    NOT_MOBILE(21614, 400, "To is not a mobile number."),
    LOCAL_ADDRESS_NEEDED(21615, 400, "The number needs an address in its country; name it by AddressSid."),
    BODY_TOO_LONG(21617, 400, "Body is longer than 1,600 characters."),
    INVALID_VALIDITY(21624, 400, "ValidityPeriod is a whole number of seconds from 1 to 36000."),
    ADDRESS_NEEDED(21631, 400, "The number needs an address; name it by AddressSid."),
    BUNDLE_NEEDED(21649, 400, "The number needs approved documents; name them by BundleSid."),
    INVALID_NAME(21657, 400, "A name has up to 11 letters, digits, spaces and +&_-, and at least one letter."),
    SENDER_CANNOT_SMS(21661, 400, "From is a number of the account, but it cannot send SMS."),
    UNKNOWN_SERVICE(21701, 400, "The account has no Messaging Service with this SID."),
    NO_SENDER_REACHES(21703, 400, "No sender of the Messaging Service can reach this number."),
    EMPTY_SERVICE(21704, 400, "The Messaging Service has no sender."),
    INVALID_SERVICE(21705, 400, "MessagingServiceSid is MG followed by 32 hexadecimal digits."),
    NAME_MISSING(21708, 400, "AlphaSender is missing."),
    NAMES_NOT_ALLOWED(21709, 400, "The account may not have names to send from."),
    ALREADY_IN_SERVICE(21710, 409, "The sender is in this Messaging Service already."),
    NOT_IN_SERVICE(21711, 400, "From is not in the Messaging Service."),
    IN_ANOTHER_SERVICE(21712, 409, "The number is in another Messaging Service; take it out there first."),
    UNKNOWN_USECASE(21713, 400, "Usecase is not one of those at /v1/Services/Usecases."),
    POOL_FULL(21714, 400, "The Messaging Service has no room for this sender: 400 numbers and one name are the most."),
    NUMBER_CANNOT_SMS(21715, 400, "The number cannot send SMS."),
    INVALID_CAMPAIGN_USECASE(21720, 400, "UsAppToPersonUsecase is not known."),
    UNREACHABLE(30003, "The handset is off or has no signal."),
    UNKNOWN_NUMBER(30005, "The number is not in service."),
    LANDLINE(30006, "The number is a landline, or its carrier cannot be reached by SMS."),
    FILTERED(30007, "The carrier filtered the message as unwanted."),
    NO_REASON(30008, "The carrier gave no reason."),
    UNREGISTERED(30034, "The sender is a US number that is not registered for A2P 10DLC."),
    EXPIRED(30036, "The ValidityPeriod ended while the message was in the queue."),
    HIGH_RISK_COUNTRY(30649, "A country with a high risk of fraud is not turned on here, but in Twilio's console.");

    private static final Map<Integer, TwilioError> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(TwilioError::code, Function.identity()));

    private final int code;
    private final int status;
    private final String text;

    TwilioError(int code, int status, String text) {
        this.code = code;
        this.status = status;
        this.text = text;
    }

    /** An error that only shows on the message, after it was accepted. */
    TwilioError(int code, String text) {
        this(code, 400, text);
    }

    /** The error with this number, which must be one of these. */
    static TwilioError of(int code) {
        TwilioError error = BY_CODE.get(code);
        if (error == null) {
            throw new IllegalArgumentException("unknown error " + code);
        }
        return error;
    }

    int code() {
        return code;
    }

    /** The HTTP status of a request refused with it. */
    int status() {
        return status;
    }

    String text() {
        return text;
    }
}
