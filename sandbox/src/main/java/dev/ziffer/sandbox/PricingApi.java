package dev.ziffer.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What messages and numbers cost, at invented prices.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/pricing">Twilio's prices of messages</a>
 * @see <a href="https://www.twilio.com/docs/phone-numbers/pricing">Twilio's prices of numbers</a>
 */
final class PricingApi {

    private static final String MESSAGING = "/v1/Messaging/Countries";
    private static final String NUMBERS = "/v1/PhoneNumbers/Countries";
    private static final String INBOUND_PRICE = "0.008";

    private PricingApi() {}

    static void addTo(Routes routes) {
        routes.on("GET", MESSAGING, call -> list(call, Countries.ALL));
        routes.on("GET", MESSAGING + "/{IsoCountry}", PricingApi::messaging);
        routes.on("GET", NUMBERS, call -> list(call, withNumbers()));
        routes.on("GET", NUMBERS + "/{IsoCountry}", PricingApi::numbers);
    }

    private static List<Country> withNumbers() {
        return Countries.ALL.stream()
                .filter(country -> !country.numbers().isEmpty())
                .toList();
    }

    private static Answer list(Call call, List<Country> countries) throws Refusal {
        String path = "/" + String.join("/", call.request().path());
        return Paging.answer(
                call,
                "countries",
                countries,
                country -> Map.of(
                        "country", country.name(),
                        "iso_country", country.iso(),
                        "url", call.url(path + "/" + country.iso())));
    }

    private static Answer messaging(Call call) throws Refusal {
        Country country = Countries.of(call.part("IsoCountry")).orElseThrow(call::notFound);
        List<Map<String, String>> outbound = List.of(price("mobile", country.sms()), price("local", country.sms()));
        List<Map<String, String>> inbound = country.numbers().stream()
                .filter(kind -> kind.capabilities().sms())
                .map(kind -> price(kind.type().priced(), INBOUND_PRICE))
                .toList();
        Map<String, @Nullable Object> json = head(country, call);
        // A carrier of the country code that is kept for tests.
        json.put(
                "outbound_sms_prices",
                List.of(Map.of("carrier", "Sandbox Mobile", "mcc", "001", "mnc", "01", "prices", outbound)));
        json.put("inbound_sms_prices", inbound);
        return Answer.json(200, json);
    }

    private static Answer numbers(Call call) throws Refusal {
        Country country = Countries.of(call.part("IsoCountry"))
                .filter(found -> !found.numbers().isEmpty())
                .orElseThrow(call::notFound);
        Map<String, @Nullable Object> json = head(country, call);
        json.put(
                "phone_number_prices",
                country.numbers().stream()
                        .map(kind -> price(kind.type().priced(), kind.price()))
                        .toList());
        return Answer.json(200, json);
    }

    private static Map<String, @Nullable Object> head(Country country, Call call) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("country", country.name());
        json.put("iso_country", country.iso());
        json.put("price_unit", "USD");
        json.put("url", call.url("/" + String.join("/", call.request().path())));
        return json;
    }

    private static Map<String, String> price(String numberType, String price) {
        return Map.of("number_type", numberType, "base_price", price, "current_price", price);
    }
}
