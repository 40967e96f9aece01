package dev.ziffer.server.messages;

import dev.ziffer.connector.SmsConnector;
import java.util.Optional;

/** Finds the connector that a message went through. */
public interface ConnectorDirectory {

    /** The connector of this id, unless it was replaced or deleted since. */
    Optional<SmsConnector> find(String connectorId);
}
