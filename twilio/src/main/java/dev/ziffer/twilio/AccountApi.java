package dev.ziffer.twilio;

import dev.ziffer.connector.Text;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks Twilio's products as one account and follows their lists. */
final class AccountApi {

    /** Reads what is looked for from an answer. */
    interface Reader<T> {
        T read(JsonNode json) throws IOException;
    }

    private static final int PAGE_SIZE = 100;
    private static final int MOST_PAGES = 10;

    private static final Text MAY_BE_CHANGED = new Text(
            "No usable answer came from Twilio. The change may have been made all the same: look before trying again.",
            "Von Twilio kam keine brauchbare Antwort. Die Änderung ist vielleicht trotzdem erfolgt: Sehen Sie nach,"
                    + " bevor Sie es noch einmal versuchen.");

    private final Credentials credentials;
    private final TwilioHosts hosts;
    private final RestClient client;

    AccountApi(Credentials credentials, TwilioHosts hosts, RestClient client) {
        this.credentials = credentials;
        this.hosts = hosts;
        this.client = client;
    }

    Credentials credentials() {
        return credentials;
    }

    /** A path of the product {@code api}, below this account. */
    String below(String path) {
        return "/2010-04-01/Accounts/" + credentials.accountSid() + path;
    }

    <T> T get(String product, String path, Reader<T> reader) throws AccountException {
        return exchange(request(uri(product, path)).GET(), null, reader);
    }

    <T> T post(String product, String path, Form form, Reader<T> reader) throws AccountException {
        return exchange(request("POST", product, path, form), MAY_BE_CHANGED, reader);
    }

    <T> T patch(String product, String path, Form form, Reader<T> reader) throws AccountException {
        return exchange(request("PATCH", product, path, form), MAY_BE_CHANGED, reader);
    }

    /**
     * Makes a change that costs money: is not repeated, whatever comes of it. {@code mayBeDone} says what it means when no
     * usable answer comes.
     */
    <T> T postOnce(String product, String path, Form form, Text mayBeDone, Reader<T> reader) throws AccountException {
        HttpRequest request = request("POST", product, path, form).build();
        return read(answer(() -> client.exchangeOnce(request), mayBeDone), mayBeDone, reader);
    }

    void delete(String product, String path) throws AccountException {
        answer(request(uri(product, path)).DELETE(), MAY_BE_CHANGED);
    }

    /** The entries under a key of a list, over at most 10 pages of 100; those that cannot be read are left out. */
    <T> Listing<T> list(String product, String path, Form query, String key, Reader<T> reader) throws AccountException {
        return list(product, path, query, key, reader, MOST_PAGES);
    }

    /** The same of the first page alone. */
    <T> Listing<T> page(String product, String path, Form query, String key, Reader<T> reader) throws AccountException {
        return list(product, path, query, key, reader, 1);
    }

    private <T> Listing<T> list(String product, String path, Form query, String key, Reader<T> reader, int mostPages)
            throws AccountException {
        URI first = uri(product, path + "?" + query.add("PageSize", PAGE_SIZE).encoded());
        var items = new ArrayList<T>();
        boolean complete = true;
        URI next = first;
        for (int pages = 0; next != null; pages++) {
            if (pages == mostPages) {
                return new Listing<>(items, false);
            }
            JsonNode page = exchange(request(next).GET(), null, json -> {
                Json.list(json, key);
                return json;
            });
            for (JsonNode entry : page.path(key)) {
                try {
                    items.add(reader.read(entry));
                } catch (IOException e) {
                    complete = false;
                }
            }
            String following = following(page);
            next = following == null ? null : sameList(first, following);
            complete &= (following == null) == (next == null);
        }
        return new Listing<>(items, complete);
    }

    private static @Nullable String following(JsonNode page) {
        JsonNode next = page.hasNonNull("next_page_uri")
                ? page.path("next_page_uri")
                : page.path("meta").path("next_page_url");
        return next.stringValueOpt().filter(text -> !text.isEmpty()).orElse(null);
    }

    /** The address of the next page, if it is one of the same list at the same origin. */
    private static @Nullable URI sameList(URI first, String next) {
        try {
            URI uri = first.resolve(next);
            return first.getScheme().equals(uri.getScheme())
                            && first.getRawAuthority().equals(uri.getRawAuthority())
                            && first.getRawPath().equals(uri.getRawPath())
                    ? uri
                    : null;
        } catch (IllegalArgumentException e) {
            return null; // not a URI
        }
    }

    private <T> T exchange(HttpRequest.Builder request, @Nullable Text mayBeDone, Reader<T> reader)
            throws AccountException {
        return read(answer(request, mayBeDone), mayBeDone, reader);
    }

    private static <T> T read(Answer answer, @Nullable Text mayBeDone, Reader<T> reader) throws AccountException {
        try {
            return reader.read(answer.json());
        } catch (IOException e) {
            throw AccountFailures.unreadable(answer, e, mayBeDone);
        }
    }

    private Answer answer(HttpRequest.Builder request, @Nullable Text mayBeDone) throws AccountException {
        HttpRequest built = request.build();
        return answer(() -> client.exchange(built), mayBeDone);
    }

    private interface Exchange {
        Answer answer() throws Unanswered;
    }

    private Answer answer(Exchange exchange, @Nullable Text mayBeDone) throws AccountException {
        Answer answer;
        try {
            answer = exchange.answer();
        } catch (Unanswered e) {
            throw AccountFailures.notAnswered(e, mayBeDone);
        }
        if (!answer.successful()) {
            throw AccountFailures.refused(answer, credentials, mayBeDone);
        }
        return answer;
    }

    private URI uri(String product, String path) {
        return credentials.origin(hosts, product).resolve(path);
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", credentials.authorization())
                .header("Accept", "application/json");
    }

    private HttpRequest.Builder request(String method, String product, String path, Form form) {
        return request(uri(product, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(form.encoded()));
    }
}
