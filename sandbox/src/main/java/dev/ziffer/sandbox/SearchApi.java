package dev.ziffer.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that are for sale, by country and type.
 *
 * @see <a href="https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource">Twilio's
 *     AvailablePhoneNumber resource</a>
 */
final class SearchApi {

    private static final String COUNTRIES = "/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers";

    private SearchApi() {}

    static void addTo(Routes routes) {
        routes.on("GET", COUNTRIES + ".json", SearchApi::countries);
        routes.on("GET", COUNTRIES + "/{CountryCode}.json", call -> Answer.json(200, json(country(call), call)));
        routes.on("GET", COUNTRIES + "/{CountryCode}/{Type}.json", SearchApi::search);
    }

    private static Answer countries(Call call) throws Refusal {
        List<Country> selling = Countries.ALL.stream()
                .filter(country -> !country.numbers().isEmpty())
                .toList();
        return Paging.answer(call, "countries", selling, country -> json(country, call));
    }

    private static Answer search(Call call) throws Refusal {
        Country country = country(call);
        Country.Kind kind =
                NumberType.ofPath(call.part("Type")).flatMap(country::kind).orElseThrow(call::notFound);
        Predicate<AvailableNumber> wanted = wanted(call.query());
        List<AvailableNumber> found = AvailableNumber.in(country, kind)
                .filter(wanted)
                .filter(number ->
                        call.account().senders().owned(number.number()).isEmpty())
                .toList();
        return Paging.answer(call, "available_phone_numbers", found, AvailableNumber::json);
    }

    private static Predicate<AvailableNumber> wanted(Form query) throws Refusal {
        Optional<String> contains = query.value("Contains");
        if (contains.isPresent() && !DigitPattern.valid(contains.get())) {
            throw new Refusal(
                    TwilioError.INVALID_PARAMETER, "Contains has 2 to 16 digits, letters and * for any digit.");
        }
        Predicate<String> digits = contains.map(DigitPattern::anywhere).orElse(_ -> true);
        Predicate<AvailableNumber> wanted = number -> digits.test(number.number());
        return wanted.and(equal(query, "AreaCode", number -> number.range().area()))
                .and(equal(query, "InRegion", number -> number.range().region()))
                .and(equal(query, "InLocality", number -> number.range().locality()))
                .and(flag(
                        query,
                        "SmsEnabled",
                        number -> number.kind().capabilities().sms()))
                .and(flag(
                        query,
                        "MmsEnabled",
                        number -> number.kind().capabilities().mms()))
                .and(flag(
                        query,
                        "VoiceEnabled",
                        number -> number.kind().capabilities().voice()))
                .and(without(query, "ExcludeAllAddressRequired", List.of("any", "local")))
                .and(without(query, "ExcludeLocalAddressRequired", List.of("local")));
    }

    private static Predicate<AvailableNumber> equal(
            Form query, String name, Function<AvailableNumber, @Nullable String> of) {
        Optional<String> value = query.value(name);
        return number -> value.isEmpty() || value.get().equals(of.apply(number));
    }

    private static Predicate<AvailableNumber> flag(Form query, String name, Predicate<AvailableNumber> has) {
        Optional<String> value = query.value(name);
        return number -> value.isEmpty() || Boolean.parseBoolean(value.get()) == has.test(number);
    }

    private static Predicate<AvailableNumber> without(Form query, String name, List<String> addresses) {
        boolean excluded = query.value(name).map(Boolean::parseBoolean).orElse(false);
        return number -> !excluded || !addresses.contains(number.kind().address());
    }

    private static Country country(Call call) throws Refusal {
        return Countries.of(call.part("CountryCode"))
                .filter(country -> !country.numbers().isEmpty())
                .orElseThrow(call::notFound);
    }

    private static Map<String, Object> json(Country country, Call call) {
        String path = MessageJson.path(call.account().sid()) + "/AvailablePhoneNumbers/" + country.iso();
        Map<String, Object> types = new LinkedHashMap<>();
        for (Country.Kind kind : country.numbers()) {
            types.put(kind.type().resource(), path + "/" + kind.type().path() + ".json");
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("country_code", country.iso());
        json.put("country", country.name());
        json.put("uri", path + ".json");
        json.put("beta", false);
        json.put("subresource_uris", types);
        return json;
    }
}
