package dev.ziffer.twilio;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A Messaging Service: a pool of senders, of which Twilio picks one for each message.
 *
 * @param sid begins with {@code MG}
 * @param friendlyName what the operator calls it
 * @param useCase what it is said to be for, such as {@code verification}
 * @param usRegistered whether it may send to the United States from ordinary numbers
 * @see <a href="https://www.twilio.com/docs/messaging/api/service-resource">Twilio, Services resource</a>
 */
public record MessagingService(String sid, String friendlyName, Optional<String> useCase, boolean usRegistered) {

    static MessagingService of(JsonNode json) throws IOException {
        return new MessagingService(
                Json.text(json, "sid"),
                Json.text(json, "friendly_name"),
                Json.optionalText(json, "usecase"),
                json.path("us_app_to_person_registered").asBoolean(false));
    }
}
