package dev.ziffer.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number of an account in the shape of Twilio's API of 2010. */
final class NumberJson {

    private NumberJson() {}

    static Map<String, @Nullable Object> of(OwnedNumber number, String accountSid) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("account_sid", accountSid);
        json.put("address_requirements", number.address());
        json.put("address_sid", null);
        json.put("api_version", MessageJson.VERSION);
        json.put("beta", false);
        json.put("bundle_sid", null);
        json.put("capabilities", number.capabilities().json());
        json.put("date_created", Dates.rfc2822(number.created()));
        json.put("date_updated", Dates.rfc2822(number.created()));
        json.put("emergency_address_sid", null);
        json.put("emergency_address_status", "unregistered");
        json.put("emergency_status", "Inactive");
        json.put("friendly_name", number.friendlyName());
        json.put("identity_sid", null);
        json.put("origin", "twilio");
        json.put("phone_number", number.number());
        json.put("sid", number.sid());
        json.put("sms_application_sid", "");
        json.put("sms_fallback_method", "POST");
        json.put("sms_fallback_url", "");
        json.put("sms_method", "POST");
        json.put("sms_url", "");
        json.put("status", "in-use");
        json.put("status_callback", "");
        json.put("status_callback_method", "POST");
        json.put("trunk_sid", null);
        json.put("type", number.type().resource());
        json.put("uri", MessageJson.path(accountSid) + "/IncomingPhoneNumbers/" + number.sid() + ".json");
        json.put("voice_application_sid", "");
        json.put("voice_caller_id_lookup", false);
        json.put("voice_fallback_method", "POST");
        json.put("voice_fallback_url", null);
        json.put("voice_method", "POST");
        json.put("voice_receive_mode", "voice");
        json.put("voice_url", null);
        return json;
    }
}
