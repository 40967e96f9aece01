package dev.ziffer.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The countries that an account may send to, of Twilio's Accounts API ({@code MessagingGeopermissions}). */
final class PermissionsApi {

    private static final String PERMISSIONS = "/v1/Messaging/GeoPermissions";

    private PermissionsApi() {}

    /** A country that is to be turned on or off. */
    private record Wish(Country country, boolean enabled) {}

    static void addTo(Routes routes) {
        routes.on("GET", PERMISSIONS, PermissionsApi::list);
        routes.on("PATCH", PERMISSIONS, PermissionsApi::change);
    }

    private static Answer list(Call call) {
        List<String> wanted = call.query()
                .value("CountryCode")
                .map(codes -> List.of(codes.split(",", -1)))
                .orElse(List.of());
        GeoPermissions permissions = call.account().permissions();
        List<Map<String, Object>> json = Countries.ALL.stream()
                .filter(country -> wanted.isEmpty() || wanted.contains(country.iso()))
                .map(country -> {
                    Map<String, Object> one = json(country, permissions.permit(country));
                    one.put("prefix", country.prefix());
                    one.put("message", country.highRisk() ? "High risk of fraud" : "");
                    return one;
                })
                .toList();
        return Answer.json(200, Map.of("permissions", json));
    }

    /** All wishes are read before the first is fulfilled; then each is answered for itself. */
    private static Answer change(Call call) throws Refusal, Request.BadRequest {
        List<String> given = call.form().all("Permissions");
        if (given.isEmpty()) {
            throw Call.missing("Permissions");
        }
        List<Wish> wishes = new ArrayList<>();
        for (String one : given) {
            wishes.add(wish(one));
        }
        GeoPermissions permissions = call.account().permissions();
        List<Map<String, Object>> json = new ArrayList<>();
        for (Wish wish : wishes) {
            boolean done = permissions.set(wish.country, wish.enabled);
            Map<String, Object> one = json(wish.country, permissions.permit(wish.country));
            one.put("error_code", done ? 0 : TwilioError.HIGH_RISK_COUNTRY.code());
            one.put("error_messages", done ? List.of() : List.of(TwilioError.HIGH_RISK_COUNTRY.text()));
            json.add(one);
        }
        return Answer.json(200, Map.of("permissions", json));
    }

    private static Wish wish(String given) throws Refusal {
        try {
            JsonNode json = Json.MAPPER.readTree(given);
            Optional<Country> country = Countries.of(json.path("country_code").asString(""));
            boolean ofCountry = json.path("type").asString("").equals("country");
            if (country.isPresent() && ofCountry && json.path("enabled").isBoolean()) {
                return new Wish(country.get(), json.path("enabled").booleanValue());
            }
        } catch (JacksonException _) {
            // Refused below, like an object without the fields.
        }
        throw new Refusal(
                TwilioError.INVALID_PARAMETER,
                "Each of Permissions is an object with the country_code of a known country, the type country, and enabled.");
    }

    private static Map<String, Object> json(Country country, boolean enabled) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("country_code", country.iso());
        json.put("type", "country");
        json.put("enabled", enabled);
        return json;
    }
}
