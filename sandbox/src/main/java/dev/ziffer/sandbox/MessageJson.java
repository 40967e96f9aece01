package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages in the shape of Twilio's API. */
final class MessageJson {

    static final String VERSION = "2010-04-01";

    private MessageJson() {}

    /** The message as it stands at a step of its journey. */
    static Map<String, @Nullable Object> of(Message message, Journey.Step step) {
        String uri = path(message.accountSid()) + "/Messages/" + message.sid();
        // A Messaging Service has not chosen the sender yet, and so nobody counted the segments.
        boolean undecided = step.status() == Status.ACCEPTED;
        TwilioError error = step.error();
        Map<String, @Nullable Object> json = LinkedHashMap.newLinkedHashMap(20);
        json.put("account_sid", message.accountSid());
        json.put("api_version", VERSION);
        json.put("body", message.body());
        json.put("date_created", Dates.rfc2822(message.created()));
        json.put(
                "date_sent",
                message.journey()
                        .sentAt()
                        .filter(sent ->
                                !sent.isAfter(step.at()) && step.status().complete())
                        .map(Dates::rfc2822)
                        .orElse(null));
        json.put("date_updated", Dates.rfc2822(updated(message, step)));
        json.put("direction", message.direction().wireName());
        json.put("error_code", error == null ? null : error.code());
        json.put("error_message", error == null ? null : error.text());
        json.put("from", undecided ? null : message.from());
        json.put("messaging_service_sid", message.serviceSid());
        json.put("num_media", "0");
        json.put("num_segments", undecided ? "0" : String.valueOf(message.segments()));
        json.put("price", null);
        json.put("price_unit", "USD");
        json.put("sid", message.sid());
        json.put("status", step.status().wireName());
        json.put("subresource_uris", Map.of("media", uri + "/Media.json", "feedback", uri + "/Feedback.json"));
        json.put("to", message.to());
        json.put("uri", uri + ".json");
        return json;
    }

    private static Instant updated(Message message, Journey.Step step) {
        Instant redacted = message.redacted();
        return redacted != null && redacted.isAfter(step.at()) ? redacted : step.at();
    }

    static Map<String, @Nullable Object> feedback(Message message, String outcome, Instant now) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("account_sid", message.accountSid());
        json.put("message_sid", message.sid());
        json.put("outcome", outcome);
        json.put("date_created", Dates.rfc2822(now));
        json.put("date_updated", Dates.rfc2822(now));
        json.put("uri", path(message.accountSid()) + "/Messages/" + message.sid() + "/Feedback.json");
        return json;
    }

    static Map<String, Object> error(TwilioError error, String text, int status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", error.code());
        json.put("message", text);
        json.put("more_info", "https://www.twilio.com/docs/errors/" + error.code());
        json.put("status", status);
        return json;
    }

    static String path(String accountSid) {
        return "/" + VERSION + "/Accounts/" + accountSid;
    }
}
