package dev.ziffer.sandbox;

import java.net.URI;
import java.util.Optional;

/** Addresses that Twilio can be told to call. */
final class Callback {

    private Callback() {}

    /** The address, if it is http or https with a host; java.net.URI finds none with an underscore, as Twilio. */
    static Optional<URI> of(String url) {
        try {
            URI uri = URI.create(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getPort() < 65_536 ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
