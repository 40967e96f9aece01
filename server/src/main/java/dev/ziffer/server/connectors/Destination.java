package dev.ziffer.server.connectors;

import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.settings.SettingsException;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Where messages go: to Twilio, or to the sandbox and no further. */
@Component
public final class Destination {

    private final ConnectorStore store;
    private final LocalTwilio localTwilio;

    /** Refuses a server that people reach and whose messages nobody does. */
    Destination(ConnectorStore store, LocalTwilio localTwilio, Settings settings) {
        this.store = store;
        this.localTwilio = localTwilio;
        if (!settings.publicUrl().loopback() && isSandbox()) {
            throw new SettingsException("The saved connector is the sandbox's, which sends no SMS, while"
                    + " ZIFFER_PUBLIC_URL (" + settings.publicUrl()
                    + ") is not on this machine: start once with a public"
                    + " URL on this machine and save a Twilio account's connector");
        }
    }

    /** Where the sandbox is reached. */
    public URI sandbox() {
        return localTwilio.origin();
    }

    /** Whether no message leaves this machine. */
    public boolean isSandbox() {
        return store.find()
                .map(connector -> LocalTwilio.isSandbox(connector.config()))
                .orElseGet(() -> localTwilio.builtInConfig().isPresent());
    }
}
