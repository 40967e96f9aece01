package dev.ziffer.connector;

import java.time.Instant;
import java.util.List;

/** Sends messages with one configuration. Safe for use by many threads; its methods block, best on virtual ones. */
public interface SmsConnector {

    /**
     * The text that {@link #send} would send.
     *
     * @throws ConnectorException with {@link ErrorCode#TEMPLATE_NOT_FOUND}
     */
    String render(Message message) throws ConnectorException;

    /**
     * Hands a message to the provider. A message is never sent twice: what may already have been sent is not repeated.
     *
     * @throws ConnectorException saying by {@link ConnectorException#outcome()} whether the message may have been sent
     */
    Receipt send(Message message) throws ConnectorException;

    /** What has become of a message, by the name that its receipt has. */
    Receipt fetch(String messageId) throws ConnectorException;

    /**
     * The messages to this number (E.164) that the provider has accepted since, newest first.
     *
     * @param since by the provider's clock; providers know whole seconds only
     */
    List<Receipt> sentTo(String to, Instant since) throws ConnectorException;
}
