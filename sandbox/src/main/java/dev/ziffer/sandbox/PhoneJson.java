package dev.ziffer.sandbox;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages and what else happens in the shape of the phone's page. Times are milliseconds of the Unix epoch. */
final class PhoneJson {

    private static final int MAX_MESSAGES = 500;

    private PhoneJson() {}

    /** Everything the page shows when it opens, of the messages the newest 500. */
    static Map<String, Object> state(Carrier carrier, Fault fault, Account account) {
        List<Map<String, @Nullable Object>> messages = carrier.messages()
                .newestFirst()
                .limit(MAX_MESSAGES)
                .sorted(Comparator.comparingLong(Message::sequence))
                .map(PhoneJson::message)
                .toList();
        return Map.of(
                "now", carrier.now().toEpochMilli(),
                "messages", messages,
                "incidents",
                        carrier.incidents().stream().map(PhoneJson::incident).toList(),
                "stopped", carrier.stopped(),
                "fault", fault.json(),
                "account", account.settings().json(account.sid()),
                "numbers", TestNumbers.ALL);
    }

    /** A message with its whole journey; the page lets it advance. */
    static Map<String, @Nullable Object> message(Message message) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", message.sid());
        json.put("order", MessageSids.hex(message.sequence()));
        json.put("direction", message.direction().wireName());
        json.put("phone", message.phone());
        json.put("sender", message.sender());
        json.put("body", message.body());
        json.put("code", message.code().orElse(null));
        json.put("segments", message.segments());
        json.put("created", message.created().toEpochMilli());
        json.put(
                "journey",
                message.journey().steps().stream().map(PhoneJson::step).toList());
        return json;
    }

    /** A request that did not go well; it has an error if Twilio's API refused it, and none if a fault happened to it. */
    static Map<String, @Nullable Object> incident(Incidents.Incident incident) {
        TwilioError error = incident.refusal();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", MessageSids.hex(incident.sequence()));
        json.put("order", MessageSids.hex(incident.sequence()));
        json.put("phone", incident.phone());
        json.put("to", incident.to());
        json.put("error", error == null ? null : error.code());
        json.put("text", error == null ? null : error.text());
        json.put("answered", incident.status());
        json.put("stored", incident.stored());
        json.put("created", incident.at().toEpochMilli());
        return json;
    }

    private static Map<String, @Nullable Object> step(Journey.Step step) {
        TwilioError error = step.error();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("status", step.status().wireName());
        json.put("at", step.at().toEpochMilli());
        json.put("error", error == null ? null : error.code());
        return json;
    }
}
