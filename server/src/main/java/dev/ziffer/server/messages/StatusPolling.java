package dev.ziffer.server.messages;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.Receipt;
import dev.ziffer.connector.SmsConnector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the provider how far its messages are. Few at once and a bounded number in a round, so that many messages are
 * asked about later, and thus fewer times each, rather than faster.
 */
@Component
final class StatusPolling {

    private static final Logger LOG = LoggerFactory.getLogger(StatusPolling.class);

    /** How many messages one round asks about. */
    static final int ROUND = 50;

    /** How many are asked about at once. */
    static final int AT_ONCE = 5;

    /** Twilio's code for what does not exist. */
    private static final int NOT_FOUND = 20404;

    private final Statuses statuses;
    private final ConnectorDirectory connectors;
    private final MessageMetrics metrics;

    StatusPolling(Statuses statuses, ConnectorDirectory connectors, MessageMetrics metrics) {
        this.statuses = statuses;
        this.connectors = connectors;
        this.metrics = metrics;
    }

    /**
     * Asks about messages that are due, and returns when all are answered or have failed.
     *
     * @return how many were due
     */
    int round() {
        List<Followed> due = statuses.takeDue(ROUND);
        Map<String, Optional<SmsConnector>> byAccount = new HashMap<>();
        due.forEach(message -> byAccount.computeIfAbsent(message.account(), connectors::find));
        try (var asking =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (Followed message : due) {
                Optional<SmsConnector> connector = byAccount.getOrDefault(message.account(), Optional.empty());
                asking.execute(() -> askSafely(message, connector));
            }
        }
        return due.size();
    }

    private void askSafely(Followed message, Optional<SmsConnector> connector) {
        try {
            if (connector.isPresent()) {
                ask(message, connector.get());
            } else {
                // Another account knows nothing of it; this one may be in use again later.
                statuses.notTold(message);
            }
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("messageId", message.row().id())
                    .log("A message could not be asked about; it will be asked about again when its lease ends.");
        }
    }

    private void ask(Followed message, SmsConnector connector) {
        try {
            Receipt receipt = connector.fetch(message.sid());
            if (!receipt.messageId().equals(message.sid())) {
                statuses.notTold(message);
            } else if (statuses.told(message, receipt)) {
                metrics.became(MessageState.of(receipt.status()), receipt.errorCode());
            }
        } catch (ConnectorException e) {
            if (e.providerCode().orElse(0) == NOT_FOUND) {
                statuses.leave(message);
                return;
            }
            LOG.atWarn()
                    .addKeyValue("messageId", message.row().id())
                    .addKeyValue("cause", e.code().wireName())
                    .log("The provider could not be asked how far a message is; it will be asked again.");
            statuses.notTold(message);
        }
    }
}
