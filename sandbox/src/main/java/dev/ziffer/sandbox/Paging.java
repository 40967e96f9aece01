package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page of a list that is asked for.
 *
 * @param page which one, from 0
 * @param size how many entries it has, 1 to 1,000
 */
record Paging(int page, int size) {

    static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 1_000;
    private static final List<String> OWN = List.of("Page", "PageSize", "PageToken");

    static Paging of(Form query) throws Refusal {
        int size = number(query, "PageSize", DEFAULT_SIZE, 1);
        if (size > MAX_SIZE) {
            throw new Refusal(TwilioError.PAGE_SIZE_TOO_LARGE);
        }
        return new Paging(number(query, "Page", 0, 0), size);
    }

    /** The page of these that a call asks for, under this name, in the shape of the API that it calls. */
    static <T> Answer answer(Call call, String name, List<T> all, Function<? super T, ?> json) throws Refusal {
        Paging paging = of(call.query());
        List<?> shown =
                all.stream().skip(paging.start()).limit(paging.size).map(json).toList();
        boolean more = all.size() > paging.start() + paging.size;
        return Answer.json(
                200,
                call.request().path().getFirst().equals(MessageJson.VERSION)
                        ? paging.of2010(call, name, shown, more)
                        : paging.of2015(call, name, shown, more));
    }

    private Map<String, @Nullable Object> of2010(Call call, String name, List<?> shown, boolean more) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("first_page_uri", path(call, 0));
        json.put("next_page_uri", more ? path(call, page + 1L) : null);
        json.put("previous_page_uri", page == 0 ? null : path(call, page - 1L));
        json.put("uri", path(call, page));
        json.put("page", page);
        json.put("page_size", size);
        json.put("start", start());
        json.put("end", start() + Math.max(0, shown.size() - 1));
        json.put(name, shown);
        return json;
    }

    private Map<String, @Nullable Object> of2015(Call call, String name, List<?> shown, boolean more) {
        Map<String, @Nullable Object> meta = new LinkedHashMap<>();
        meta.put("page", page);
        meta.put("page_size", size);
        meta.put("first_page_url", call.url(path(call, 0)));
        meta.put("previous_page_url", page == 0 ? null : call.url(path(call, page - 1L)));
        meta.put("next_page_url", more ? call.url(path(call, page + 1L)) : null);
        meta.put("url", call.url(path(call, page)));
        meta.put("key", name);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("meta", meta);
        json.put(name, shown);
        return json;
    }

    /** How many entries come before the page. */
    long start() {
        return (long) page * size;
    }

    /** Another page of the same list, filtered in the same way. */
    private String path(Call call, long other) {
        StringBuilder path = new StringBuilder("/")
                .append(String.join("/", call.request().path()))
                .append('?');
        for (String name : call.query().names()) {
            if (!OWN.contains(name)) {
                path.append(encoded(name))
                        .append('=')
                        .append(encoded(call.query().given(name).orElse("")))
                        .append('&');
            }
        }
        return path.append("PageSize=")
                .append(size)
                .append("&Page=")
                .append(other)
                .toString();
    }

    private static int number(Form query, String name, int otherwise, int min) throws Refusal {
        try {
            int number = query.value(name).map(Integer::parseInt).orElse(otherwise);
            if (number >= min) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Refused below, like a number that is too small.
        }
        throw new Refusal(TwilioError.INVALID_PARAMETER, name + " is a whole number from " + min + " on.");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
