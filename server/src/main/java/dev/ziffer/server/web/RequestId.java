package dev.ziffer.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What ties an answer to the log: answered in {@code X-Request-Id}, logged as {@code requestId}. A caller's own is
 * taken if it is short and harmless.
 */
final class RequestId {

    static final String HEADER = "X-Request-Id";
    static final String LOGGED_AS = "requestId";

    // No run of digits long enough to be a phone number, so that none gets into the log this way.
    private static final Pattern HARMLESS = Pattern.compile("(?!.*\\d{7})[A-Za-z0-9._-]{8,64}");

    private static final int BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestId() {}

    static String of(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        return given != null && HARMLESS.matcher(given).matches() ? given : fresh();
    }

    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
