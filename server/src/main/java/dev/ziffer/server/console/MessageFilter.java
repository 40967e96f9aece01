package dev.ziffer.server.console;

import dev.ziffer.connector.UsageType;
import dev.ziffer.server.messages.MessageSearch;
import dev.ziffer.server.messages.MessageState;
import dev.ziffer.server.web.Parameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of messages is narrowed down to, as its address says it. A number is in no address: its hash is.
 *
 * @param values the parameters that are set, by name; public for the templates
 * @param search what they ask for
 * @param before where the page begins; null for the newest
 */
public record MessageFilter(
        Map<String, String> values,
        MessageSearch.Filter search,
        @Nullable String before) {

    static final String NUMBER = "number";
    static final String SID = "sid";
    static final String REQUEST = "request";

    private static final String BEFORE = "before";

    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Pattern ID = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z0-9]{2,3}");
    static final Pattern TWILIO_SID = Pattern.compile("(SM|MM)[0-9a-fA-F]{32}");
    static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    /**
     * Reads the parameters of a list's address.
     *
     * @param zone where the days begin
     * @throws dev.ziffer.server.web.RequestError for what no form of ours says
     */
    static MessageFilter read(Map<String, String> query, ZoneId zone) {
        var reader = new Reader(new Parameters(query));
        var filter = new MessageSearch.Filter(
                reader.matching(NUMBER, HASH),
                reader.matching(SID, TWILIO_SID),
                reader.matching(REQUEST, REQUEST_ID),
                reader.read(
                        "state",
                        MessageState::of,
                        Arrays.stream(MessageState.values())
                                .map(MessageState::wireName)
                                .collect(Collectors.joining(", "))),
                reader.integer("error"),
                reader.read(
                        "usage",
                        UsageType::of,
                        Arrays.stream(UsageType.values())
                                .map(UsageType::wireName)
                                .collect(Collectors.joining(", "))),
                reader.matching("country", COUNTRY),
                reader.day("from", zone, 0),
                reader.day("until", zone, 1));
        String before = reader.matching(BEFORE, ID);
        reader.parameters.check();
        return new MessageFilter(reader.values, filter, before);
    }

    /** Whether anything is left out. */
    public boolean narrow() {
        return values.keySet().stream().anyMatch(name -> !name.equals(BEFORE));
    }

    /** The address of a page under {@code path} that is narrowed down the same way. */
    String address(String path, @Nullable String pageBefore) {
        var address = UriComponentsBuilder.fromPath(path);
        values.forEach((name, value) -> {
            if (!name.equals(BEFORE)) {
                address.queryParam(name, value);
            }
        });
        if (pageBefore != null) {
            address.queryParam(BEFORE, pageBefore);
        }
        return address.encode().toUriString();
    }

    private static final class Reader {

        private final Parameters parameters;
        private final Map<String, String> values = new LinkedHashMap<>();

        Reader(Parameters parameters) {
            this.parameters = parameters;
        }

        private @Nullable String text(String name) {
            String text = parameters.text(name);
            if (text != null) {
                values.put(name, text);
            }
            return text;
        }

        @Nullable
        String matching(String name, Pattern form) {
            String text = text(name);
            if (text != null && !form.matcher(text).matches()) {
                parameters.report(name, "parameter.malformed");
            }
            return text;
        }

        @Nullable
        Integer integer(String name) {
            return text(name) == null ? null : parameters.integer(name, 1, Integer.MAX_VALUE);
        }

        <T> @Nullable T read(String name, Function<String, Optional<T>> reader, String possible) {
            String text = text(name);
            if (text == null) {
                return null;
            }
            T value = reader.apply(text).orElse(null);
            if (value == null) {
                parameters.report(name, "parameter.unknown_state", possible);
            }
            return value;
        }

        @Nullable
        Instant day(String name, ZoneId zone, int daysLater) {
            String text = text(name);
            if (text == null) {
                return null;
            }
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() >= 2000 && day.getYear() < 3000) {
                    return day.plusDays(daysLater).atStartOfDay(zone).toInstant();
                }
            } catch (DateTimeException e) {
                // Reported below, as a day of another age is.
            }
            parameters.report(name, "parameter.malformed");
            return null;
        }
    }
}
