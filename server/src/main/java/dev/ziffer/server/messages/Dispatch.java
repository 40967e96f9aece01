package dev.ziffer.server.messages;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.Message;
import dev.ziffer.connector.Outcome;
import dev.ziffer.connector.Receipt;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.connector.UsageType;
import dev.ziffer.twilio.Segments;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult.Limited;
import dev.ziffer.verification.StartResult.Started;
import dev.ziffer.verification.Verifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * A code's way out of the house: one transaction for limits, verification and ledger, then the provider,
 * then the ledger again. No transaction is open while the provider is called.
 */
@Component
public final class Dispatch {

    /** The answer header that names the message in the ledger. */
    public static final String MESSAGE_ID_HEADER = "Ziffer-Message-Id";

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Verifications verifications;
    private final Ledger ledger;
    private final LimitedSends limitedSends;
    private final MessageMetrics metrics;
    private final Clock clock;

    Dispatch(
            Verifications verifications,
            Ledger ledger,
            LimitedSends limitedSends,
            MessageMetrics metrics,
            Clock clock) {
        this.verifications = verifications;
        this.ledger = ledger;
        this.limitedSends = limitedSends;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * What to send.
     *
     * @param start whose number, what for, for whom, and within which limits
     * @param usageType whose template is sent
     * @param locale the language asked for, as BCP 47 writes it
     * @param applicationId the application that asks
     * @param connectorId the connector's id in the ledger
     * @param account the provider's account, as a hash: who can be asked about the message later
     * @param connector what sends
     * @param sample digits that are sent in place of the verification's code, which then nobody learns; for tests
     */
    public record Order(
            StartRequest start,
            UsageType usageType,
            @Nullable String locale,
            String applicationId,
            String connectorId,
            String account,
            SmsConnector connector,
            @Nullable String sample) {}

    /**
     * Sends a code.
     *
     * @return the message's id in the ledger
     * @throws dev.ziffer.server.web.RequestError when a limit refuses; nothing was changed then
     * @throws ConnectorException when the provider does not take the message, or perhaps does not; the ledger says which
     */
    public String send(Order order) throws ConnectorException {
        StartRequest start = order.start();
        Ledger.Draft draft = ledger.draft(intent(order));
        Ledger.Row row = draft.row();
        var result = verifications.start(
                start,
                (connection, started) -> ledger.intend(
                        connection,
                        draft,
                        order.sample() == null ? started.id() : null,
                        started.sends(),
                        code(order, started)));
        return switch (result) {
            case Started started -> {
                deliver(order, started, row);
                yield row.id();
            }
            case Limited limited -> {
                metrics.limited(limited.which());
                limitedSends.add(start, order.usageType(), order.applicationId(), limited);
                throw Refusals.of(limited);
            }
        };
    }

    private void deliver(Order order, Started started, Ledger.Row row) throws ConnectorException {
        Instant begun = clock.instant();
        try {
            Receipt receipt = order.connector().send(message(order, started));
            accepted(row, receipt);
            metrics.sent(order.usageType(), Duration.between(begun, clock.instant()));
        } catch (ConnectorException e) {
            metrics.failed(order.usageType(), e, Duration.between(begun, clock.instant()));
            record(order, started, row, e);
            throw e;
        }
    }

    /** A ledger that fails now comes right later, by asking; the message is on its way all the same. */
    private void accepted(Ledger.Row row, Receipt receipt) {
        try {
            ledger.accepted(row, receipt);
        } catch (DataAccessException e) {
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("messageId", row.id())
                    .log("The provider took a message, and the ledger could not be told; it will be found by asking.");
        }
    }

    private void record(Order order, Started started, Ledger.Row row, ConnectorException e) {
        if (e.outcome() == Outcome.UNKNOWN) {
            ledger.doubt(row, 0);
            return;
        }
        if (e.providerCode().isPresent()) {
            ledger.refused(row, e.providerCode().getAsInt(), e.requestId());
        } else {
            ledger.notSent(row);
        }
        if (e.outcome() == Outcome.NOT_SENT) {
            verifications.giveBack(order.start(), started);
        }
    }

    /** Renders a code of the same length: a template that does not fit is refused before anything is reserved. */
    private static MessageIntent intent(Order order) throws ConnectorException {
        StartRequest start = order.start();
        String zeros = "0".repeat(start.policy().codeLength());
        String text =
                order.connector().render(message(order, zeros, start.policy().lifetime(), 1));
        return new MessageIntent(
                start.key().number(),
                order.usageType(),
                order.locale(),
                order.applicationId(),
                order.connectorId(),
                order.account(),
                Segments.of(text).segments());
    }

    private static String code(Order order, Started started) {
        return order.sample() == null ? started.code() : order.sample();
    }

    private static Message message(Order order, Started started) {
        Duration left = Duration.between(started.startedAt(), started.expiresAt());
        return message(order, code(order, started), left, started.sends());
    }

    private static Message message(Order order, String code, Duration validity, int attempt) {
        return new Message(
                order.start().key().number().e164(), order.usageType(), order.locale(), code, validity, attempt);
    }
}
