package dev.ziffer.server.connectors;

import dev.ziffer.server.protection.Protection;
import dev.ziffer.twilio.TwilioConnectorFactory;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The Twilio configurations that operators work on: each operator has one. */
@Component
public final class ConnectorDrafts {

    final DraftStore drafts;
    final ConnectorStore store;
    final TwilioConnectorFactory factory;
    final CheckedConfig checkedConfig;
    final Protection protection;
    final TestSend testSend;
    private final LocalTwilio localTwilio;

    ConnectorDrafts(
            DraftStore drafts,
            ConnectorStore store,
            ConnectorFactories factories,
            CheckedConfig checkedConfig,
            Protection protection,
            TestSend testSend,
            LocalTwilio localTwilio) {
        this.drafts = drafts;
        this.store = store;
        this.factory = factories.twilio();
        this.checkedConfig = checkedConfig;
        this.protection = protection;
        this.testSend = testSend;
        this.localTwilio = localTwilio;
    }

    /**
     * An operator's draft.
     *
     * @param fresh what to begin with where no connector is saved
     */
    public ConnectorDraft of(String operatorId, Supplier<JsonNode> fresh) {
        return new ConnectorDraft(this, operatorId, fresh);
    }

    /** The credentials and the service of the sandbox on this machine; none where it does not run. */
    public Optional<JsonNode> sandbox() {
        return localTwilio.builtInConfig();
    }
}
