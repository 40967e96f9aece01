package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.server.messages.ConnectorDirectory;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds who can ask an account about its messages: the connector in force, else what an operator tries out. */
@Component
final class AccountConnectors implements ConnectorDirectory {

    private final ActiveConnector active;
    private final DraftStore drafts;
    private final ConnectorFactories factories;

    AccountConnectors(ActiveConnector active, DraftStore drafts, ConnectorFactories factories) {
        this.active = active;
        this.drafts = drafts;
        this.factories = factories;
    }

    @Override
    public Optional<SmsConnector> find(String account) {
        return active.ofAccount(account)
                .or(() -> drafts.ofAccount(account).stream()
                        .flatMap(config -> open(config).stream())
                        .findFirst());
    }

    /** What is typed may be wrong at the moment. */
    private Optional<SmsConnector> open(JsonNode config) {
        try {
            return Optional.of(factories.twilio().open(config, ActiveConnector.CODE_LENGTH));
        } catch (ConnectorException e) {
            return Optional.empty();
        }
    }
}
