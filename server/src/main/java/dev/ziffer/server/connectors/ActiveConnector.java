package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.server.messages.ConnectorDirectory;
import dev.ziffer.server.web.RequestError;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The connector that messages go through now: the saved one, else the sandbox's where it runs.
 *
 * <p>Which one it is, the database says each time; only the opened form of a configuration is remembered.
 */
@Component
public final class ActiveConnector implements ConnectorDirectory {

    /** The id that messages through the built-in connector have in the ledger. */
    private static final String BUILT_IN_ID = "sandbox";

    /** The shortest code: what was checked before it was saved is not measured again. */
    private static final int CODE_LENGTH = 4;

    private final ConnectorStore store;
    private final ConnectorFactories factories;
    private final LocalTwilio localTwilio;
    private final AtomicReference<@Nullable Opened> opened = new AtomicReference<>();

    ActiveConnector(ConnectorStore store, ConnectorFactories factories, LocalTwilio localTwilio) {
        this.store = store;
        this.factories = factories;
        this.localTwilio = localTwilio;
    }

    /** A connector that can send, and the id that the ledger knows it by. */
    public record Active(String id, SmsConnector connector) {}

    private record Opened(ConnectorStore.Version version, Active active) {}

    /**
     * The connector to send with.
     *
     * @throws RequestError 501 {@code connector.not_found} when there is none
     */
    public Active get() throws ConnectorException {
        Optional<ConnectorStore.Version> version = store.version();
        if (version.isEmpty()) {
            return builtIn()
                    .orElseThrow(() -> RequestError.of(HttpStatus.NOT_IMPLEMENTED, "connector.not_found", "Sms"));
        }
        Opened known = opened.get();
        if (known != null && known.version().equals(version.get())) {
            return known.active();
        }
        return open();
    }

    @Override
    public Optional<SmsConnector> find(String connectorId) {
        try {
            Active active = get();
            return active.id().equals(connectorId) ? Optional.of(active.connector()) : Optional.empty();
        } catch (ConnectorException | RequestError e) {
            return Optional.empty();
        }
    }

    private Active open() throws ConnectorException {
        Connector connector = store.find()
                .orElseThrow(() -> RequestError.of(HttpStatus.NOT_IMPLEMENTED, "connector.not_found", "Sms"));
        SmsConnector sms = factories.get(connector.factoryId()).open(connector.config(), CODE_LENGTH);
        Active active = new Active(connector.id(), sms);
        opened.set(new Opened(new ConnectorStore.Version(connector.id(), connector.revision()), active));
        return active;
    }

    private Optional<Active> builtIn() throws ConnectorException {
        if (localTwilio.builtInConfig().isEmpty()) {
            return Optional.empty();
        }
        Opened known = opened.get();
        var version = new ConnectorStore.Version(BUILT_IN_ID, 0);
        if (known != null && known.version().equals(version)) {
            return Optional.of(known.active());
        }
        SmsConnector sms = factories.twilio().open(localTwilio.builtInConfig().get(), CODE_LENGTH);
        Active active = new Active(BUILT_IN_ID, sms);
        opened.set(new Opened(version, active));
        return Optional.of(active);
    }
}
