package dev.ziffer.server.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Which part of a list is asked for.
 *
 * @param page the page, from one
 * @param pageSize how many entries a page has, 1 to 100
 */
public record Paging(int page, int pageSize) {

    private static final String PAGE = "page";
    private static final String PAGE_SIZE = "page_size";
    private static final int DEFAULT_PAGE_SIZE = 20;
    private static final int LARGEST_PAGE_SIZE = 100;
    private static final int LAST_PAGE = 1_000_000;

    /** Reads {@code page} and {@code page_size}. */
    public static Paging read(Parameters parameters) {
        Integer page = parameters.integer(PAGE, 1, LAST_PAGE);
        Integer pageSize = parameters.integer(PAGE_SIZE, 1, LARGEST_PAGE_SIZE);
        return new Paging(page == null ? 1 : page, pageSize == null ? DEFAULT_PAGE_SIZE : pageSize);
    }

    /** How many entries stand before the page. */
    public int offset() {
        return (page - 1) * pageSize;
    }

    /**
     * How many entries there are, and where the other pages are.
     *
     * @param uri the list's own address
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288, Web Linking</a>
     */
    public HttpHeaders headers(String uri, Parameters parameters, int total) {
        int last = Math.max(1, (total + pageSize - 1) / pageSize);
        List<String> links = new ArrayList<>();
        links.add(link(uri, parameters, 1, "first"));
        if (page > 1) {
            links.add(link(uri, parameters, Math.min(page - 1, last), "prev"));
        }
        if (page < last) {
            links.add(link(uri, parameters, page + 1, "next"));
        }
        links.add(link(uri, parameters, last, "last"));
        HttpHeaders headers = new HttpHeaders();
        headers.set("Total-Number", Integer.toString(total));
        headers.set(HttpHeaders.LINK, String.join(", ", links));
        return headers;
    }

    private String link(String uri, Parameters parameters, int target, String relation) {
        UriComponentsBuilder builder = UriComponentsBuilder.fromUriString(uri);
        parameters.used().forEach((name, value) -> {
            if (!name.equals(PAGE) && !name.equals(PAGE_SIZE)) {
                builder.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
            }
        });
        builder.queryParam(PAGE, target).queryParam(PAGE_SIZE, pageSize);
        return "<" + builder.build(true).toUriString() + ">; rel=\"" + relation + "\"";
    }
}
