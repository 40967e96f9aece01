package dev.ziffer.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A number that is for sale, unless it is owned already. */
record AvailableNumber(String number, Country country, Country.Kind kind, Country.Range range) {

    static Stream<AvailableNumber> in(Country country, Country.Kind kind) {
        return kind.ranges().stream()
                .flatMap(range -> range.numbers().map(number -> new AvailableNumber(number, country, kind, range)));
    }

    static Optional<AvailableNumber> of(String number) {
        return Countries.ofNumber(number).stream()
                .flatMap(country -> country.numbers().stream().flatMap(kind -> in(country, kind)))
                .filter(available -> available.number.equals(number))
                .findFirst();
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("friendly_name", number);
        json.put("phone_number", number);
        json.put("lata", null);
        json.put("locality", range.locality());
        json.put("rate_center", null);
        json.put("latitude", null);
        json.put("longitude", null);
        json.put("region", range.region());
        json.put("postal_code", null);
        json.put("iso_country", country.iso());
        json.put("address_requirements", kind.address());
        json.put("beta", false);
        json.put("capabilities", kind.capabilities().json());
        return json;
    }
}
