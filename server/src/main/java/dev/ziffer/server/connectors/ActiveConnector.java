package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.server.storage.Remembered;
import dev.ziffer.server.storage.Revision;
import dev.ziffer.server.web.RequestError;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The connector that messages go through now: the saved one, else the sandbox's where it runs.
 *
 * <p>Each time it is needed, the database says whether the one remembered still is.
 */
@Component
public final class ActiveConnector {

    /** The id that messages through the built-in connector have in the ledger. */
    static final String BUILT_IN_ID = "sandbox";

    /** The shortest code: what was checked before it was saved is not measured again. */
    static final int CODE_LENGTH = 4;

    private final ConnectorStore store;
    private final ConnectorFactories factories;
    private final LocalTwilio localTwilio;
    private final Accounts accounts;
    private final Revision revision;
    private final Remembered<Active> opened = new Remembered<>();

    ActiveConnector(
            ConnectorStore store,
            ConnectorFactories factories,
            LocalTwilio localTwilio,
            Accounts accounts,
            Revision revision) {
        this.store = store;
        this.factories = factories;
        this.localTwilio = localTwilio;
        this.accounts = accounts;
        this.revision = revision;
    }

    /** A connector that can send, and the id and the account that the ledger knows it by. */
    public record Active(String id, String account, SmsConnector connector) {}

    /**
     * The connector to send with in a revision that is current.
     *
     * @throws RequestError 501 {@code connector.not_found} when there is none
     */
    public Active get(long revision) throws ConnectorException {
        return opened.in(revision, this::open);
    }

    /** Whether there is one, be it that Twilio refuses it. */
    public boolean exists() {
        return store.find().isPresent() || localTwilio.builtInConfig().isPresent();
    }

    /** The connector in force, if it is one of this account. */
    Optional<SmsConnector> ofAccount(String account) {
        try {
            Active active = get(revision.current());
            return active.account().equals(account) ? Optional.of(active.connector()) : Optional.empty();
        } catch (ConnectorException | RequestError e) {
            return Optional.empty();
        }
    }

    private Active open() throws ConnectorException {
        Optional<Connector> saved = store.find();
        if (saved.isPresent()) {
            Connector connector = saved.get();
            return new Active(
                    connector.id(),
                    accounts.of(connector.config()),
                    factories.get(connector.factoryId()).open(connector.config(), CODE_LENGTH));
        }
        JsonNode builtIn = localTwilio
                .builtInConfig()
                .orElseThrow(() -> RequestError.of(HttpStatus.NOT_IMPLEMENTED, "connector.not_found", "Sms"));
        return new Active(BUILT_IN_ID, accounts.of(builtIn), factories.twilio().open(builtIn, CODE_LENGTH));
    }
}
