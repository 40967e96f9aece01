package dev.ziffer.twilio;

import dev.ziffer.connector.MessageStatus;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What Twilio reports about a message. Reports come more than once and out of order, and have no time: a final status
 * stays. The phone numbers in them are not kept.
 *
 * @param messageSid which message
 * @param accountSid whose message
 * @param messagingServiceSid the service that sent it, if one did
 * @param errorCode why it was not delivered, by {@link TwilioErrors}
 * @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">Twilio, Track Outbound Message
 *     Status</a>
 */
public record StatusCallback(
        String messageSid,
        String accountSid,
        Optional<String> messagingServiceSid,
        MessageStatus status,
        OptionalInt errorCode) {

    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{0,8}");

    /**
     * Reads a report, whose signature was checked before; parameters that are new are passed over. Empty if it lacks the
     * message, the account or a status that is known.
     */
    public static Optional<StatusCallback> of(WebhookForm form) {
        Optional<String> message = form.value("MessageSid").filter(Values::isMessageSid);
        Optional<String> account = form.value("AccountSid").filter(sid -> Values.isSid("AC", sid));
        Optional<MessageStatus> status = form.value("MessageStatus").flatMap(MessageStatus::of);
        if (message.isEmpty() || account.isEmpty() || status.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StatusCallback(
                message.get(),
                account.get(),
                form.value("MessagingServiceSid").filter(sid -> Values.isSid("MG", sid)),
                status.get(),
                form.value("ErrorCode")
                        .filter(code -> CODE.matcher(code).matches())
                        .map(code -> OptionalInt.of(Integer.parseInt(code)))
                        .orElse(OptionalInt.empty())));
    }
}
