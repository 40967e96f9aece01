package dev.ziffer.sandbox;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a status callback says. */
final class CallbackForm {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private CallbackForm() {}

    static SortedMap<String, String> of(Message message, Journey.Step step) {
        SortedMap<String, String> form = new TreeMap<>();
        form.put("AccountSid", message.accountSid());
        form.put("ApiVersion", MessageJson.VERSION);
        form.put("From", message.from());
        form.put("MessageSid", message.sid());
        form.put("MessageStatus", step.status().wireName());
        form.put("SmsSid", message.sid());
        form.put("SmsStatus", step.status().wireName());
        form.put("To", message.to());
        if (message.serviceSid() != null) {
            form.put("MessagingServiceSid", message.serviceSid());
        }
        if (step.error() != null) {
            form.put("ErrorCode", String.valueOf(step.error().code()));
            form.put("ErrorMessage", step.error().text());
        }
        if (step.status() == Status.DELIVERED || step.status() == Status.UNDELIVERED) {
            form.put("RawDlrDoneDate", MINUTE.format(step.at()));
        }
        return form;
    }
}
