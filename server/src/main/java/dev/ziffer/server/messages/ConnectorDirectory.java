package dev.ziffer.server.messages;

import dev.ziffer.connector.SmsConnector;
import java.util.Optional;

/** Finds a connector that can be asked about a message. */
public interface ConnectorDirectory {

    /** A connector of this account, if one is in force or being tried out; see {@link Dispatch.Order#account}. */
    Optional<SmsConnector> find(String account);
}
