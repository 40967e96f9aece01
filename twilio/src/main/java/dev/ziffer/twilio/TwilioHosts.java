package dev.ziffer.twilio;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where Twilio's products are reached. Safe for use by many threads. */
@FunctionalInterface
public interface TwilioHosts {

    /**
     * The origin of a product: scheme, host and port, without a path.
     *
     * @param product the first label of Twilio's host, such as {@code api}
     * @param region where the account's data is kept, such as {@code ie1}; null for Twilio's default
     * @param edge where Twilio's network is entered, such as {@code dublin}; null for Twilio's default
     * @param accountSid the account that asks
     */
    URI origin(String product, @Nullable String region, @Nullable String edge, String accountSid);

    /**
     * Twilio's own hosts: {@code https://product[.edge][.region].twilio.com}; an edge alone means region {@code us1}.
     *
     * @see <a href="https://www.twilio.com/docs/global-infrastructure/understanding-twilio-regions">Twilio, Regions</a>
     */
    static TwilioHosts twilio() {
        return (product, region, edge, accountSid) -> {
            var host = new StringBuilder(product);
            if (edge != null) {
                host.append('.').append(edge);
            }
            if (region != null) {
                host.append('.').append(region);
            } else if (edge != null) {
                host.append(".us1");
            }
            return URI.create("https://" + host + ".twilio.com");
        };
    }
}
