package dev.ziffer.twilio;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A number that is for sale.
 *
 * @param number in E.164
 * @param friendlyName the number as it is written in its country
 * @param locality the town, where Twilio says it
 * @param region the state or province, where Twilio says it
 * @param smsCapable whether it can send SMS
 * @param addressRequirement which address Twilio wants to have before it sells it; empty where it does not say
 */
public record AvailableNumber(
        String number,
        String friendlyName,
        Optional<String> locality,
        Optional<String> region,
        boolean smsCapable,
        Optional<AddressRequirement> addressRequirement) {

    /** Which address Twilio wants to have. */
    public enum AddressRequirement {
        /** None. */
        NONE,
        /** One anywhere. */
        ANY,
        /** One in the number's country. */
        LOCAL,
        /** One outside the number's country. */
        FOREIGN
    }

    static AvailableNumber of(JsonNode json) throws IOException {
        String number = Json.text(json, "phone_number");
        return new AvailableNumber(
                number,
                Json.optionalText(json, "friendly_name").orElse(number),
                Json.optionalText(json, "locality"),
                Json.optionalText(json, "region"),
                Json.smsCapable(json),
                Json.oneOf(AddressRequirement.values(), json, "address_requirements"));
    }
}
