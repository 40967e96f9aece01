package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.DAYS;

import java.net.URLEncoder;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of an account's messages, the newest first, in the shape of Twilio's API. The next page is counted from the
 * last message of one, the previous page from its first, so messages that arrive in between move nothing.
 */
final class MessageList {

    private static final String AFTER = "PA";
    private static final String BEFORE = "PB";
    private static final List<String> FILTERS = List.of("To", "From", "DateSent", "DateSent<", "DateSent>");

    /** A date means its first moment, and what has no offset is in UTC. */
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);

    /** Where a page goes on: after a message with older ones, or before it with newer ones. */
    private record Mark(boolean older, long sequence) {}

    private MessageList() {}

    static Map<String, @Nullable Object> page(Messages messages, String accountSid, Form query, Instant now)
            throws Refusal {
        Paging paging = Paging.of(query);
        int size = paging.size();
        int page = paging.page();
        Optional<Mark> mark = mark(query);
        Predicate<Message> wanted =
                filter(query, now).and(message -> message.accountSid().equals(accountSid));
        List<Message> found = mark.isPresent() && !mark.get().older()
                ? newer(messages, mark.get(), wanted, size)
                : older(messages, mark, wanted, paging.start(), size + 1L);
        List<Message> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size
                ? uri(
                        accountSid,
                        query,
                        size,
                        page + 1L,
                        AFTER + shown.getLast().sid())
                : null;
        String newest = shown.isEmpty() ? null : BEFORE + shown.getFirst().sid();
        String previous = page == 0 ? null : uri(accountSid, query, size, page - 1L, newest);
        return json(accountSid, query, now, size, page, shown, previous, next);
    }

    private static List<Message> older(
            Messages messages, Optional<Mark> mark, Predicate<Message> wanted, long skipped, long limit) {
        return mark.map(after -> messages.newestFirst(after.sequence()).filter(wanted))
                .orElseGet(() -> messages.newestFirst().filter(wanted).skip(skipped))
                .limit(limit)
                .toList();
    }

    /** The page before a message, and the one after that page if there is one. */
    private static List<Message> newer(Messages messages, Mark before, Predicate<Message> wanted, int size) {
        List<Message> page = messages.oldestFirst(before.sequence())
                .filter(wanted)
                .limit(size)
                .toList()
                .reversed();
        if (page.isEmpty()) {
            return page;
        }
        Stream<Message> next =
                messages.newestFirst(page.getLast().sequence()).filter(wanted).limit(1);
        return Stream.concat(page.stream(), next).toList();
    }

    /** The pictures and files of a message: the sandbox knows none. */
    static Map<String, @Nullable Object> noMedia(String uri) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("first_page_uri", uri);
        json.put("next_page_uri", null);
        json.put("previous_page_uri", null);
        json.put("uri", uri);
        json.put("page", 0);
        json.put("page_size", Paging.DEFAULT_SIZE);
        json.put("start", 0);
        json.put("end", 0);
        json.put("media_list", List.of());
        return json;
    }

    private static Map<String, @Nullable Object> json(
            String accountSid,
            Form query,
            Instant now,
            int size,
            int page,
            List<Message> shown,
            @Nullable String previous,
            @Nullable String next) {
        long start = (long) page * size;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("first_page_uri", uri(accountSid, query, size, 0, null));
        json.put("next_page_uri", next);
        json.put("previous_page_uri", previous);
        json.put(
                "uri",
                uri(accountSid, query, size, page, query.value("PageToken").orElse(null)));
        json.put("page", page);
        json.put("page_size", size);
        json.put("start", start);
        json.put("end", start + Math.max(0, shown.size() - 1));
        json.put(
                "messages",
                shown.stream()
                        .map(message ->
                                MessageJson.of(message, message.journey().at(now)))
                        .toList());
        return json;
    }

    private static Predicate<Message> filter(Form query, Instant now) throws Refusal {
        List<Predicate<Message>> all = new ArrayList<>();
        query.value("To").ifPresent(to -> all.add(message -> message.to().equals(to)));
        query.value("From").ifPresent(from -> all.add(message -> message.from().equals(from)));
        if (query.value("DateSent").isPresent()) {
            Instant day = instant(query, "DateSent").truncatedTo(DAYS);
            all.add(message -> sent(message, now).truncatedTo(DAYS).equals(day));
        }
        if (query.value("DateSent<").isPresent()) {
            Instant latest = instant(query, "DateSent<");
            all.add(message -> !sent(message, now).isAfter(latest));
        }
        if (query.value("DateSent>").isPresent()) {
            Instant earliest = instant(query, "DateSent>");
            all.add(message -> !sent(message, now).isBefore(earliest));
        }
        return message -> all.stream().allMatch(one -> one.test(message));
    }

    /** A message that is not sent yet, or never will be, counts from its creation. */
    private static Instant sent(Message message, Instant now) {
        return message.journey().sentAt().filter(at -> !at.isAfter(now)).orElse(message.created());
    }

    private static Instant instant(Form query, String name) throws Refusal {
        String value = query.value(name).orElseThrow();
        try {
            return Instant.from(DATE.parse(value));
        } catch (DateTimeParseException _) {
            throw new Refusal(
                    TwilioError.INVALID_PARAMETER, name + " is a date, such as 2026-01-31 or 2026-01-31T12:00:00Z.");
        }
    }

    private static Optional<Mark> mark(Form query) throws Refusal {
        if (query.value("PageToken").isEmpty()) {
            return Optional.empty();
        }
        String token = query.value("PageToken").orElseThrow();
        OptionalLong sequence = token.startsWith(AFTER) || token.startsWith(BEFORE)
                ? MessageSids.sequence(token.substring(AFTER.length()))
                : OptionalLong.empty();
        if (sequence.isEmpty()) {
            throw new Refusal(
                    TwilioError.INVALID_PARAMETER,
                    "PageToken is taken from next_page_uri or previous_page_uri and not made by hand.");
        }
        return Optional.of(new Mark(token.startsWith(AFTER), sequence.getAsLong()));
    }

    private static String uri(String accountSid, Form query, int size, long page, @Nullable String token) {
        StringBuilder uri = new StringBuilder(MessageJson.path(accountSid)).append("/Messages.json?");
        for (String name : FILTERS) {
            query.value(name)
                    .ifPresent(value -> uri.append(encoded(name))
                            .append('=')
                            .append(encoded(value))
                            .append('&'));
        }
        uri.append("PageSize=").append(size).append("&Page=").append(page);
        return token == null
                ? uri.toString()
                : uri.append("&PageToken=").append(token).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
