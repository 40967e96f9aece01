package dev.ziffer.twilio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The countries that the account may send to. A new account has its own country only; to others messages are refused with
 * Twilio's code 21408.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/sms-geo-permissions">Twilio, SMS Geographic Permissions</a>
 */
public final class GeoPermissions {

    private static final String PRODUCT = "accounts";
    private static final String PATH = "/v1/Messaging/GeoPermissions";

    /** Twilio also has permissions of areas; their type is another. */
    private static final String COUNTRY = "country";

    private final AccountApi api;

    GeoPermissions(AccountApi api) {
        this.api = api;
    }

    /** All countries, in Twilio's order. */
    public List<GeoPermission> all() throws AccountException {
        return api.get(PRODUCT, PATH, GeoPermissions::permissions);
    }

    /**
     * One country; empty if Twilio does not have it.
     *
     * @param country by ISO 3166-1, in two capital letters
     */
    public Optional<GeoPermission> of(String country) throws AccountException {
        String query = new Form().add("CountryCode", Values.country(country)).encoded();
        return api.get(PRODUCT, PATH + "?" + query, GeoPermissions::permissions).stream()
                .filter(permission -> permission.country().equals(country))
                .findFirst();
    }

    /**
     * Lets messages go to a country.
     *
     * @param country by ISO 3166-1, in two capital letters
     * @throws AccountException with Twilio's code 30649 if only the Twilio console can, for the risk of fraud
     */
    public void enable(String country) throws AccountException {
        String permission = JsonNodeFactory.instance
                .objectNode()
                .put("country_code", Values.country(country))
                .put("type", COUNTRY)
                .put("enabled", true)
                .toString();
        int refusal =
                api.patch(PRODUCT, PATH, new Form().add("Permissions", permission), json -> refusal(json, country));
        if (refusal != 0) {
            throw AccountException.refused(TwilioErrors.of(refusal));
        }
    }

    private static List<GeoPermission> permissions(JsonNode json) throws IOException {
        var permissions = new ArrayList<GeoPermission>();
        for (JsonNode permission : Json.list(json, "permissions")) {
            if (permission.path("type").asString("").equals(COUNTRY)) {
                permissions.add(GeoPermission.of(permission));
            }
        }
        return List.copyOf(permissions);
    }

    /** Twilio's code for why it left a country as it was; 0 if it did not. */
    private static int refusal(JsonNode json, String country) throws IOException {
        for (JsonNode permission : Json.list(json, "permissions")) {
            if (permission.path("country_code").asString("").equals(country)) {
                return permission.path("error_code").asInt(0);
            }
        }
        throw new IOException("the answer does not have the country");
    }
}
