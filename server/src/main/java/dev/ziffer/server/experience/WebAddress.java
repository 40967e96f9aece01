package dev.ziffer.server.experience;

import dev.ziffer.server.settings.PublicUrl;
import dev.ziffer.server.web.Body;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the addresses that hosted pages link to and show pictures from: https, or http on this machine, and nobody's
 * user name or password in them.
 */
final class WebAddress {

    private static final int LONGEST = 2048;

    private WebAddress() {}

    /** The address in this field; null where none is given, or one that is reported. */
    static @Nullable URI read(Body body, String field) {
        String text = body.optionalText(field, LONGEST);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            URI address = new URI(text);
            if (isAllowed(address)) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Reported below, as an address of another kind is.
        }
        body.report(field, "field.not_a_url");
        return null;
    }

    private static boolean isAllowed(URI address) {
        if (address.getScheme() == null || address.getHost() == null || address.getRawUserInfo() != null) {
            return false;
        }
        return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> new PublicUrl(address).loopback();
            default -> false;
        };
    }
}
