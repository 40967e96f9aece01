package dev.ziffer.server.messages;

import dev.ziffer.connector.SmsConnector;
import java.util.Optional;

/** Finds a connector that can be asked about a message. */
public interface ConnectorDirectory {

    /** The connector in use, if it is one of this account; see {@link Dispatch.Order#account}. */
    Optional<SmsConnector> find(String account);
}
