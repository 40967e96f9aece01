package dev.ziffer.server.connectors;

import java.net.URI;
import org.springframework.stereotype.Component;

/** Where messages go: to Twilio, or to the sandbox and no further. */
@Component
public final class Destination {

    private final ConnectorStore store;
    private final LocalTwilio localTwilio;

    Destination(ConnectorStore store, LocalTwilio localTwilio) {
        this.store = store;
        this.localTwilio = localTwilio;
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
