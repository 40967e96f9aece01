package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorFactory;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.twilio.TwilioConnectorFactory;
import dev.ziffer.twilio.TwilioHosts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The kinds of connector that this server knows. */
@Component
final class ConnectorFactories {

    private final TwilioConnectorFactory twilio;

    ConnectorFactories(Settings settings, LocalTwilio localTwilio) {
        TwilioHosts own = TwilioHosts.twilio();
        // The Account SID decides: the sandbox's goes to the sandbox, every other to Twilio.
        this.twilio = new TwilioConnectorFactory(
                (product, region, edge, accountSid) -> accountSid.equals(LocalTwilio.ACCOUNT_SID)
                        ? localTwilio.origin()
                        : settings.twilioApiUrl().orElseGet(() -> own.origin(product, region, edge, accountSid)));
    }

    TwilioConnectorFactory twilio() {
        return twilio;
    }

    List<ConnectorFactory> all() {
        return List.of(twilio);
    }

    Optional<ConnectorFactory> find(String id) {
        return all().stream()
                .filter(factory -> factory.metadata().id().equals(id))
                .findFirst();
    }

    /** The kind of a connector that was saved, hence known. */
    ConnectorFactory get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no connector factory " + id));
    }
}
