package dev.ziffer.twilio;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parameters of a webhook request of Twilio's, from its body and nothing else: those of the URL are signed with it.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio, Webhooks security</a>
 */
public final class WebhookForm {

    /** No parameters. */
    public static final WebhookForm EMPTY = new WebhookForm(new TreeMap<>());

    private final SortedMap<String, SortedSet<String>> parameters;

    private WebhookForm(SortedMap<String, SortedSet<String>> parameters) {
        this.parameters = parameters;
    }

    /** Reads a body of type {@code application/x-www-form-urlencoded}; empty if it is none in UTF-8. */
    public static Optional<WebhookForm> parse(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            var parameters = new TreeMap<String, SortedSet<String>>();
            for (String pair : text.split("&", -1)) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                    String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                    parameters.computeIfAbsent(name, key -> new TreeSet<>()).add(value);
                }
            }
            return Optional.of(new WebhookForm(parameters));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The value of a parameter; empty if it is absent, or has several. */
    public Optional<String> value(String name) {
        SortedSet<String> values = parameters.getOrDefault(name, Collections.emptySortedSet());
        return values.size() == 1 ? Optional.of(values.first()) : Optional.empty();
    }

    /** What Twilio signs of them: names in order, each followed by each of its values, in order and once. */
    String signed() {
        var text = new StringBuilder();
        parameters.forEach(
                (name, values) -> values.forEach(value -> text.append(name).append(value)));
        return text.toString();
    }

    /** The parameters' names; their values hold phone numbers. */
    @Override
    public String toString() {
        return "WebhookForm" + parameters.keySet();
    }
}
