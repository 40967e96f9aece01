package dev.ziffer.twilio;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A number that the account has.
 *
 * @param sid begins with {@code PN}
 * @param number in E.164
 * @param friendlyName what the operator calls it
 * @param smsCapable whether it can send SMS
 * @param type empty where Twilio does not say, or says another
 * @see <a href="https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource">Twilio,
 *     IncomingPhoneNumbers resource</a>
 */
public record OwnedNumber(
        String sid, String number, String friendlyName, boolean smsCapable, Optional<NumberType> type) {

    static OwnedNumber of(JsonNode json) throws IOException {
        String number = Json.text(json, "phone_number");
        return new OwnedNumber(
                Json.text(json, "sid"),
                number,
                Json.optionalText(json, "friendly_name").orElse(number),
                Json.smsCapable(json),
                Json.optionalText(json, "type").flatMap(NumberType::of));
    }
}
