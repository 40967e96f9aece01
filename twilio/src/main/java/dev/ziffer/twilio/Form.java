package dev.ziffer.twilio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds {@code application/x-www-form-urlencoded} text in UTF-8. */
final class Form {

    private final StringBuilder text = new StringBuilder();

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    Form add(String name, String value) {
        if (!text.isEmpty()) {
            text.append('&');
        }
        text.append(encode(name)).append('=').append(encode(value));
        return this;
    }

    Form add(String name, long value) {
        return add(name, Long.toString(value));
    }

    /** The text; no {@code toString}, for it holds number and code. */
    String encoded() {
        return text.toString();
    }
}
