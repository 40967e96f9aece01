package dev.ziffer.sandbox;

import com.sun.net.httpserver.Headers;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps web pages of others away. The sandbox has no login, so a browser on this machine could be made to call it by any
 * page; through a host name that leads to this machine (DNS rebinding), or by a form or script of another origin.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
final class Origins {

    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private Origins() {}

    /** Whether a host name, with a port or without, is one of this machine's own that needs no look-up. */
    static boolean loopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** Why the request is refused, if it is. */
    static Optional<Answer> refusal(String method, Headers headers) {
        String host = headers.getFirst("Host");
        if (host == null || !loopback(host)) {
            return Optional.of(
                    Answer.text(421, "The sandbox answers to localhost and 127.0.0.1 only, not to another host name."));
        }
        if (method.equals("GET") || method.equals("HEAD")) {
            return Optional.empty();
        }
        String origin = headers.getFirst("Origin");
        String site = headers.getFirst("Sec-Fetch-Site");
        boolean foreign = (origin != null && !origin.equalsIgnoreCase("http://" + host))
                || (site != null && !site.equals("same-origin") && !site.equals("none"));
        return foreign
                ? Optional.of(Answer.text(403, "Only the sandbox's own page may do this, not one of another origin."))
                : Optional.empty();
    }
}
