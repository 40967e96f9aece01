package dev.ziffer.server.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An origin: scheme, host and perhaps a port, and nothing after.
 *
 * @param uri the origin, exactly as it was set
 */
public record PublicUrl(URI uri) {

    static PublicUrl of(String variable, String value) {
        try {
            URI uri = new URI(value);
            String scheme = uri.getScheme();
            if (("https".equals(scheme) || "http".equals(scheme))
                    && uri.getHost() != null
                    && value.equals(scheme + "://" + uri.getRawAuthority())
                    && uri.getRawUserInfo() == null
                    && uri.getHost().equals(uri.getHost().toLowerCase(Locale.ROOT))) {
                return new PublicUrl(uri);
            }
        } catch (URISyntaxException e) {
            // Said below, as for a URL of another form.
        }
        throw new SettingsException(variable + " is '" + value
                + "': set it to scheme, host and port alone, in small letters and without a slash at the end,"
                + " such as https://id.example.com");
    }

    /** Whether it is reached over TLS. */
    public boolean https() {
        return "https".equals(uri.getScheme());
    }

    /** Whether only this machine can reach it. */
    public boolean loopback() {
        String host = uri.getHost();
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The URL of a path on this origin; {@code path} starts with a slash. */
    public String with(String path) {
        return uri + path;
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
