package dev.ziffer.server.messages;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.Message;
import dev.ziffer.connector.MessageStatus;
import dev.ziffer.connector.Money;
import dev.ziffer.connector.Receipt;
import dev.ziffer.connector.SmsConnector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A provider that remembers what it was given, and loses its answers when told to. */
final class RecordedConnector implements SmsConnector {

    private static final AtomicInteger SIDS = new AtomicInteger();

    private final List<Receipt> accepted = new ArrayList<>();
    private @Nullable ConnectorException failure;
    private boolean unreachable;
    private int asked;

    /** From now on every send fails with this; whether the message was taken is the caller's to say. */
    void failWith(@Nullable ConnectorException e) {
        failure = e;
    }

    void reachable(boolean yes) {
        unreachable = !yes;
    }

    /** The provider has this text for the number, under this SID. */
    void has(String sid, String body, Instant at) {
        accepted.add(new Receipt(sid, MessageStatus.SENT, OptionalInt.empty(), 1, body, at, null, null, "RQ1"));
    }

    /** From now on the provider says this of its only message. */
    void tells(MessageStatus status, @Nullable Integer errorCode, @Nullable Money price, @Nullable Instant changedAt) {
        Receipt was = only();
        accepted.set(
                0,
                new Receipt(
                        was.messageId(),
                        status,
                        errorCode == null ? OptionalInt.empty() : OptionalInt.of(errorCode),
                        2,
                        was.body(),
                        was.createdAt(),
                        changedAt,
                        price,
                        "RQ2"));
    }

    /** From now on the provider knows of no message. */
    void forget() {
        accepted.clear();
    }

    /** The one message that the provider has. */
    Receipt only() {
        if (accepted.size() != 1) {
            throw new AssertionError("the provider has " + accepted.size() + " messages, not one");
        }
        return accepted.getFirst();
    }

    int asked() {
        return asked;
    }

    @Override
    public String render(Message message) {
        return message.code() + " is your code.";
    }

    @Override
    public Receipt send(Message message) throws ConnectorException {
        if (failure != null) {
            throw failure;
        }
        String sid = "SM" + SIDS.incrementAndGet();
        has(sid, render(message), Instant.EPOCH);
        return accepted.getLast();
    }

    @Override
    public Receipt fetch(String messageId) throws ConnectorException {
        asked++;
        if (unreachable) {
            throw Failures.unreachable();
        }
        return accepted.stream()
                .filter(receipt -> receipt.messageId().equals(messageId))
                .findFirst()
                .orElseThrow(() -> Failures.refused(20404));
    }

    @Override
    public List<Receipt> sentTo(String to, Instant since) throws ConnectorException {
        asked++;
        if (unreachable) {
            throw Failures.unreachable();
        }
        return accepted.stream()
                .filter(receipt -> !receipt.createdAt().isBefore(since))
                .toList();
    }
}
