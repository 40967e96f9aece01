package dev.ziffer.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A checked request to send a message.
 *
 * @param sender the number or name it is sent from
 * @param serviceSid the Messaging Service it goes through, if any
 * @param validity how long it may wait in the queue
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource">Twilio's Message
 *     resource</a>
 */
record SendRequest(
        String to, String sender, @Nullable String serviceSid, String body, Duration validity, boolean feedbackWanted) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{3,6}");
    private static final Pattern PUNCTUATION = Pattern.compile("[ ().-]");
    private static final Pattern SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}");
    private static final int MAX_BODY = 1_600;
    private static final int MAX_VALIDITY = 36_000;
    private static final List<String> NOT_HERE = List.of("MediaUrl", "ContentSid", "ScheduleType", "SendAt");

    /** Checks the parameters in Twilio's order: what is missing, then what is wrong. */
    static SendRequest of(Form form, SandboxAccount account) throws Refusal {
        for (String name : NOT_HERE) {
            if (form.value(name).isPresent()) {
                throw new Refusal(TwilioError.INVALID_PARAMETER, "The sandbox does not know " + name + ".");
            }
        }
        String to = form.value("To").orElseThrow(() -> new Refusal(TwilioError.NO_RECIPIENT));
        Optional<String> from = form.value("From");
        Optional<String> service = form.value("MessagingServiceSid");
        if (from.isEmpty() && service.isEmpty()) {
            throw new Refusal(TwilioError.NO_SENDER);
        }
        String body = form.value("Body").orElseThrow(() -> new Refusal(TwilioError.NO_BODY));
        if (body.codePointCount(0, body.length()) > MAX_BODY) {
            throw new Refusal(TwilioError.BODY_TOO_LONG);
        }
        if (service.isPresent()) {
            checkService(service.get(), account);
        }
        String sender = from.isPresent() ? checkedSender(from.get()) : TestNumbers.SENDER;
        if (form.given("StatusCallback").filter(url -> !isCallback(url)).isPresent()) {
            throw new Refusal(TwilioError.INVALID_CALLBACK);
        }
        return new SendRequest(
                checkedRecipient(to, sender),
                sender,
                service.orElse(null),
                body,
                validity(form),
                form.value("ProvideFeedback").map("true"::equalsIgnoreCase).orElse(false));
    }

    /** The E.164 form of a number that may be written with punctuation. */
    static Optional<String> number(String written) {
        String number = PUNCTUATION.matcher(written).replaceAll("");
        return E164.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }

    private static void checkService(String sid, SandboxAccount account) throws Refusal {
        if (!SERVICE.matcher(sid).matches()) {
            throw new Refusal(TwilioError.INVALID_SERVICE);
        }
        if (!account.messagingServices().contains(sid)) {
            throw new Refusal(TwilioError.UNKNOWN_SERVICE);
        }
    }

    /** A name of up to 11 characters may send; of numbers only the account's own. */
    private static String checkedSender(String from) throws Refusal {
        if (NAME.matcher(from).matches()) {
            return from;
        }
        String number = number(from).orElseThrow(() -> new Refusal(TwilioError.INVALID_FROM));
        Optional<TwilioError> refusal = TestNumbers.refusalOfSender(number);
        if (refusal.isPresent()) {
            throw new Refusal(refusal.get());
        }
        return number;
    }

    private static String checkedRecipient(String to, String sender) throws Refusal {
        if (SHORT_CODE.matcher(to).matches()) {
            throw new Refusal(TwilioError.SHORT_CODE_TO);
        }
        String number = number(to).orElseThrow(() -> new Refusal(TwilioError.INVALID_TO));
        if (number.equals(sender)) {
            throw new Refusal(TwilioError.TO_IS_FROM);
        }
        Fate fate = TestNumbers.ofRecipient(number);
        if (fate.outcome() == Fate.Outcome.REFUSED && fate.error() != null) {
            throw new Refusal(fate.error());
        }
        return number;
    }

    private static Duration validity(Form form) throws Refusal {
        String seconds = form.given("ValidityPeriod").orElse(String.valueOf(MAX_VALIDITY));
        try {
            int value = Integer.parseInt(seconds);
            if (value >= 1 && value <= MAX_VALIDITY) {
                return Duration.ofSeconds(value);
            }
        } catch (NumberFormatException _) {
            // Refused below, like a number out of range.
        }
        throw new Refusal(TwilioError.INVALID_VALIDITY);
    }

    /** java.net.URI finds no host where there is an underscore in it, which Twilio refuses too. */
    private static boolean isCallback(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
