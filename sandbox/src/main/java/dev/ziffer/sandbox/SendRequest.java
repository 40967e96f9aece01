package dev.ziffer.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A checked request to send a message.
 *
 * @param sender the number or name it is sent from
 * @param serviceSid the Messaging Service it goes through, if any
 * @param body its text, after the words that a trial account puts before it
 * @param validity how long it may wait in the queue
 * @param callback the address that is told what becomes of it, if any: its own, else that of its Messaging Service
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource">Twilio's Message
 *     resource</a>
 */
record SendRequest(
        String to,
        String sender,
        @Nullable String serviceSid,
        String body,
        Duration validity,
        boolean feedbackWanted,
        @Nullable String callback) {

    static final int MAX_VALIDITY = 36_000;

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern SHORT_CODE = Pattern.compile("\\d{3,6}");
    private static final Pattern PUNCTUATION = Pattern.compile("[ ().-]");
    private static final int MAX_BODY = 1_600;
    /** As long as Twilio's own, so that a text takes as many segments. */
    private static final String TRIAL_WORDS = "Sent from a trial account (sandbox) - ";

    private static final List<String> NOT_HERE = List.of("MediaUrl", "ContentSid", "ScheduleType", "SendAt");

    /** Checks the parameters in Twilio's order: what is missing, then what is wrong. */
    static SendRequest of(Form form, Account account) throws Refusal {
        for (String name : NOT_HERE) {
            if (form.value(name).isPresent()) {
                throw new Refusal(TwilioError.INVALID_PARAMETER, "The sandbox does not know " + name + ".");
            }
        }
        String to = form.value("To").orElseThrow(() -> new Refusal(TwilioError.NO_RECIPIENT));
        Optional<String> from = form.value("From");
        Optional<String> serviceSid = form.value("MessagingServiceSid");
        if (from.isEmpty() && serviceSid.isEmpty()) {
            throw new Refusal(TwilioError.NO_SENDER);
        }
        String body = form.value("Body").orElseThrow(() -> new Refusal(TwilioError.NO_BODY));
        if (body.codePointCount(0, body.length()) > MAX_BODY) {
            throw new Refusal(TwilioError.BODY_TOO_LONG);
        }
        Sender senders = new Sender(account);
        MessagingService service = serviceSid.isPresent() ? senders.service(serviceSid.get()) : null;
        String named = from.isEmpty()
                ? null
                : service == null ? senders.named(from.get()) : senders.named(from.get(), service);
        Optional<String> callback = form.value("StatusCallback");
        if (form.given("StatusCallback")
                .filter(url -> Callback.of(url).isEmpty())
                .isPresent()) {
            throw new Refusal(TwilioError.INVALID_CALLBACK);
        }
        String recipient = recipient(to, account);
        String sender = named == null && service != null ? senders.chosen(service, recipient) : named;
        if (recipient.equals(sender)) {
            throw new Refusal(TwilioError.TO_IS_FROM);
        }
        int validity = form.given("ValidityPeriod").isPresent()
                ? validity(form.given("ValidityPeriod").orElseThrow())
                : service == null ? MAX_VALIDITY : service.settings().validity();
        return new SendRequest(
                recipient,
                Objects.requireNonNull(sender),
                serviceSid.orElse(null),
                account.settings().trial() ? TRIAL_WORDS + body : body,
                Duration.ofSeconds(validity),
                form.value("ProvideFeedback").map("true"::equalsIgnoreCase).orElse(false),
                callback.or(() -> service == null
                                ? Optional.empty()
                                : service.settings().statusCallback())
                        .orElse(null));
    }

    /** The E.164 form of a number that may be written with punctuation. */
    static Optional<String> number(String written) {
        String number = PUNCTUATION.matcher(written).replaceAll("");
        return E164.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }

    /** A whole number of seconds, as {@code ValidityPeriod} takes it. */
    static int validity(String seconds) throws Refusal {
        try {
            int value = Integer.parseInt(seconds);
            if (value >= 1 && value <= MAX_VALIDITY) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Refused below, like a number out of range.
        }
        throw new Refusal(TwilioError.INVALID_VALIDITY);
    }

    private static String recipient(String to, Account account) throws Refusal {
        if (SHORT_CODE.matcher(to).matches()) {
            throw new Refusal(TwilioError.SHORT_CODE_TO);
        }
        String number = number(to).orElseThrow(() -> new Refusal(TwilioError.INVALID_TO));
        Fate fate = TestNumbers.ofRecipient(number);
        if (fate.outcome() == Fate.Outcome.REFUSED && fate.error() != null) {
            throw new Refusal(fate.error());
        }
        Optional<Country> country = Countries.ofNumber(number);
        if (country.isPresent() && !account.permissions().permit(country.get())) {
            throw new Refusal(TwilioError.NO_PERMISSION);
        }
        if (account.settings().trial() && !account.settings().verified().contains(number)) {
            throw new Refusal(TwilioError.UNVERIFIED_ON_TRIAL);
        }
        return number;
    }
}
