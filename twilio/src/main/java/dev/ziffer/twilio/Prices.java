package dev.ziffer.twilio;

import dev.ziffer.connector.Money;
import dev.ziffer.twilio.AccountException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What Twilio takes from this account, in its own currency and with its discounts.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/pricing">Twilio, Messaging Pricing resource</a>
 */
public final class Prices {

    private static final String PRODUCT = "pricing";

    private final AccountApi api;

    Prices(AccountApi api) {
        this.api = api;
    }

    /**
     * The price of one segment to a country; empty where Twilio has none.
     *
     * @param country by ISO 3166-1, in two capital letters
     */
    public Optional<PriceRange> sms(String country) throws AccountException {
        return ask("/v1/Messaging/Countries/", country, Prices::sms).flatMap(prices -> prices);
    }

    /**
     * The price of a number in a country for a month; empty where Twilio sells none.
     *
     * @param country by ISO 3166-1, in two capital letters
     */
    public Map<NumberType, Money> numbers(String country) throws AccountException {
        return ask("/v1/PhoneNumbers/Countries/", country, Prices::numbers).orElse(Map.of());
    }

    private <T> Optional<T> ask(String path, String country, AccountApi.Reader<T> reader) throws AccountException {
        try {
            return Optional.of(api.get(PRODUCT, path + Values.country(country), reader));
        } catch (AccountException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<PriceRange> sms(JsonNode json) throws IOException {
        List<BigDecimal> prices = new ArrayList<>();
        for (JsonNode carrier : Json.list(json, "outbound_sms_prices")) {
            for (JsonNode price : carrier.path("prices")) {
                prices.add(Json.decimal(price, "current_price"));
            }
        }
        return prices.isEmpty()
                ? Optional.empty()
                : Optional.of(new PriceRange(
                        Collections.min(prices), Collections.max(prices), Json.text(json, "price_unit")));
    }

    private static Map<NumberType, Money> numbers(JsonNode json) throws IOException {
        var prices = new EnumMap<NumberType, Money>(NumberType.class);
        for (JsonNode price : Json.list(json, "phone_number_prices")) {
            Optional<NumberType> type = NumberType.of(Json.text(price, "number_type"));
            if (type.isPresent()) {
                prices.put(type.get(), new Money(Json.decimal(price, "current_price"), Json.text(json, "price_unit")));
            }
        }
        return Collections.unmodifiableMap(prices);
    }
}
