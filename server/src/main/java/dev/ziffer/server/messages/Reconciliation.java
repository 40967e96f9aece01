package dev.ziffer.server.messages;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.Receipt;
import dev.ziffer.connector.SmsConnector;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the provider about messages whose outcome nobody knows: requests that ran into their deadline, and
 * intents of a server that died. A message is recognised by number, time and text, and by a SID that no
 * other row has. What the provider does not know after the last asking was not sent.
 */
@Component
final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    /** How many messages one round asks about, all at once, so that the lease on each outlasts the asking. */
    static final int ROUND = 32;

    /** How far the provider's clock may be behind ours. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final ConnectorDirectory connectors;

    Reconciliation(Ledger ledger, ConnectorDirectory connectors) {
        this.ledger = ledger;
        this.connectors = connectors;
    }

    /**
     * Asks about messages that are due, and returns when all are answered or have failed.
     *
     * @return how many it asked about
     */
    int round() {
        List<Ledger.Doubtful> due = ledger.takeDue(ROUND);
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(message -> asking.execute(() -> askSafely(message)));
        }
        return due.size();
    }

    private void askSafely(Ledger.Doubtful message) {
        try {
            ask(message);
        } catch (RuntimeException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("messageId", message.row().id())
                    .log("A message could not be asked about; it will be asked about again when its lease ends.");
        }
    }

    private void ask(Ledger.Doubtful message) {
        Optional<SmsConnector> connector = connectors.find(message.account());
        if (connector.isEmpty()) {
            // Nobody is left to ask, and another account knows nothing of it; unknown is the truth.
            ledger.abandon(message.row());
            return;
        }
        try {
            List<Receipt> accepted =
                    connector.get().sentTo(message.number(), message.createdAt().minus(CLOCK_DIFFERENCE));
            boolean found = accepted.stream()
                    .sorted(Comparator.comparing(Receipt::createdAt))
                    .anyMatch(receipt -> ledger.recognise(message, receipt));
            if (!found) {
                missed(message);
            }
        } catch (ConnectorException e) {
            LOG.atWarn()
                    .addKeyValue("messageId", message.row().id())
                    .addKeyValue("cause", e.code().wireName())
                    .log("The provider could not be asked about a message; it will be asked again.");
            ledger.askAgain(message);
        }
    }

    private void missed(Ledger.Doubtful message) {
        int asks = message.asks() + 1;
        if (asks < Ledger.ASK_AFTER.size()) {
            ledger.doubt(message.row(), asks);
        } else {
            ledger.notSent(message.row());
        }
    }
}
