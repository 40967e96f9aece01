package dev.ziffer.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A country, with what it costs and which numbers are for sale there. The prices are invented, in US dollars; the
 * numbers are those that the countries keep for films and examples.
 *
 * @param iso its code of ISO 3166-1, two letters
 * @param prefix the calling code, with the plus sign
 * @param areas the area codes that are its own, where several countries have the calling code
 * @param sms what one segment of an SMS to it costs
 * @param off whether accounts may not send to it at first
 * @param highRisk whether it cannot be turned on through the API
 */
record Country(
        String iso,
        String name,
        String prefix,
        List<String> areas,
        String sms,
        boolean off,
        boolean highRisk,
        List<Kind> numbers) {

    /**
     * The numbers of one type.
     *
     * @param price what one costs a month
     * @param address which address its owner needs: {@code none}, {@code any} or {@code local}
     * @param bundle whether its owner needs approved documents
     */
    record Kind(
            NumberType type,
            String price,
            Capabilities capabilities,
            String address,
            boolean bundle,
            List<Range> ranges) {}

    /**
     * Numbers in a row.
     *
     * @param pattern the numbers, with {@code #} for each digit that varies
     * @param area their area code, in North America
     */
    record Range(
            String pattern,
            @Nullable String area,
            @Nullable String locality,
            @Nullable String region) {

        Stream<String> numbers() {
            int varying =
                    (int) pattern.chars().filter(character -> character == '#').count();
            String head = pattern.substring(0, pattern.length() - varying);
            int count = (int) Math.pow(10, varying);
            return Stream.iterate(0, number -> number < count, number -> number + 1)
                    .map(number -> head + String.valueOf(count + number).substring(1));
        }
    }

    Optional<Kind> kind(NumberType type) {
        return numbers.stream().filter(kind -> kind.type() == type).findFirst();
    }

    /** What numbers here begin with. */
    Stream<String> prefixes() {
        return areas.isEmpty() ? Stream.of(prefix) : areas.stream().map(area -> prefix + area);
    }
}
