package dev.ziffer.server.connectors;

import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.settings.SettingsException;
import dev.ziffer.server.storage.Remembered;
import dev.ziffer.server.storage.Revision;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Where messages go: to Twilio, or to the sandbox and no further. */
@Component
public final class Destination {

    private final ConnectorStore store;
    private final LocalTwilio localTwilio;
    private final Revision revision;
    private final Remembered<Boolean> sandbox = new Remembered<>();

    /** Refuses a server that people reach and whose messages nobody does. */
    Destination(ConnectorStore store, LocalTwilio localTwilio, Revision revision, Settings settings) {
        this.store = store;
        this.localTwilio = localTwilio;
        this.revision = revision;
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

    /** Whether no message leaves this machine. The database says each time whether what is remembered still is so. */
    public boolean isSandbox() {
        return sandbox.in(revision.current(), this::readSandbox);
    }

    private boolean readSandbox() {
        return store.find()
                .map(connector -> LocalTwilio.isSandbox(connector.config()))
                .orElseGet(() -> localTwilio.builtInConfig().isPresent());
    }
}
