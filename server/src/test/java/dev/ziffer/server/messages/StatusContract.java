package dev.ziffer.server.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.Message;
import dev.ziffer.connector.MessageStatus;
import dev.ziffer.connector.Money;
import dev.ziffer.connector.Receipt;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.server.RunningServer;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.Progress;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the ledger learns what became of messages that the provider has; each engine's test extends this. */
abstract class StatusContract extends LedgerFixture {

    private static final Money PRICE = new Money(new BigDecimal("0.0083"), "USD");

    private Statuses statuses;

    StatusContract(RunningServer server) {
        super(server);
    }

    @BeforeEach
    void open() {
        statuses = new Statuses(server.bean(JdbcClient.class), clock);
    }

    /** So that the next test's rounds find its own messages only. */
    @AfterEach
    void askAboutNone() {
        server.bean(JdbcClient.class).sql("UPDATE message SET ask_at = NULL").update();
    }

    @Test
    void learnsOfTheDeliveryTwoSecondsAfterTheSend() throws Exception {
        String id = dispatch.send(order(number()));
        connector.tells(MessageStatus.DELIVERED, null, PRICE, null);

        pass(Duration.ofMillis(1_999));
        assertThat(entry(id).state()).isEqualTo("sent");
        pass(Duration.ofMillis(1));

        assertThat(entry(id).state()).isEqualTo("delivered");
        assertThat(entry(id).price()).isEqualTo("0.0083");
        assertThat(entry(id).priceUnit()).isEqualTo("USD");
        assertThat(entry(id).segments()).isEqualTo(2);
        pass(Duration.ofDays(2));
        assertThat(connector.asked()).isEqualTo(1);
    }

    @Test
    void keepsTheErrorOfAMessageThatDidNotArrive() throws Exception {
        String id = dispatch.send(order(number()));
        connector.tells(MessageStatus.UNDELIVERED, 30003, PRICE, null);
        pass(Duration.ofSeconds(2));

        assertThat(entry(id).state()).isEqualTo("undelivered");
        assertThat(entry(id).errorCode()).isEqualTo(30003);
    }

    @Test
    void asksLessAndLessOftenAndLeavesItSentAfterAnHour() throws Exception {
        String id = dispatch.send(order(number()));
        Instant sent = clock.instant();
        List<Duration> askings = new ArrayList<>();
        for (int second = 0; second < 7_200; second++) {
            int before = connector.asked();
            pass(Duration.ofSeconds(1));
            if (connector.asked() > before) {
                askings.add(Duration.between(sent, clock.instant()));
            }
        }

        assertThat(askings).isEqualTo(FollowUp.UNDER_WAY);
        assertThat(entry(id).state()).isEqualTo("sent");
    }

    @Test
    void beginsAnewAfterEachChange() throws Exception {
        String id = dispatch.send(order(number()));
        connector.tells(MessageStatus.ACCEPTED, null, null, null);
        pass(Duration.ofSeconds(2));
        assertThat(entry(id).state()).as("what comes late changes nothing").isEqualTo("sent");
        connector.tells(MessageStatus.DELIVERED, null, null, null);
        pass(Duration.ofSeconds(3));
        assertThat(entry(id).state()).isEqualTo("delivered");

        connector.tells(MessageStatus.DELIVERED, null, PRICE, null);
        pass(Duration.ofSeconds(59));
        assertThat(entry(id).price()).isNull();
        pass(Duration.ofSeconds(1));
        assertThat(entry(id).price()).isEqualTo("0.0083");
    }

    @Test
    void takesTheProvidersTimeOfTheChangeWhereItCanBe() throws Exception {
        String id = dispatch.send(order(number()));
        Instant sent = clock.instant();
        connector.tells(MessageStatus.DELIVERED, null, PRICE, sent.plusSeconds(1));
        pass(Duration.ofSeconds(2));
        assertThat(entry(id).updatedAt()).isEqualTo(sent.plusSeconds(1).toEpochMilli());

        String other = sendAnother();
        Instant then = clock.instant();
        connector.tells(MessageStatus.DELIVERED, null, PRICE, then.minusSeconds(9));
        pass(Duration.ofSeconds(2));
        assertThat(entry(other).updatedAt()).isEqualTo(then.toEpochMilli());
    }

    @Test
    void tellsTheWayOfAMessageAndWhatChecksMadeOfItsCode() throws Exception {
        PhoneNumber number = number();
        Instant asked = clock.instant();
        String id = dispatch.send(order(number));
        connector.tells(MessageStatus.DELIVERED, null, PRICE, asked.plusSeconds(1));
        pass(Duration.ofSeconds(2));
        assertThat(history(id).changes())
                .containsExactly(
                        new Change(MessageState.SENT, asked), new Change(MessageState.DELIVERED, asked.plusSeconds(1)));
        assertThat(history(id).checks()).contains(new Progress(OptionalInt.of(0), false, null));

        String code = connector.only().body().substring(0, 6);
        verifications.check(key(number), code.equals("000000") ? "000001" : "000000");
        clock.advance(Duration.ofSeconds(3));
        verifications.check(key(number), code);
        Instant approved = clock.instant();
        assertThat(history(id).checks()).contains(new Progress(OptionalInt.of(1), false, approved));

        sendAnotherTo(number);
        assertThat(history(id).checks())
                .as("after another verification took its place")
                .contains(new Progress(OptionalInt.empty(), false, approved));
    }

    @Test
    void tellsThatAnOutcomeWasUnknownOnce() throws Exception {
        PhoneNumber number = number();
        connector.failWith(Failures.deadline());
        assertThatThrownBy(() -> dispatch.send(order(number))).isInstanceOf(ConnectorException.class);
        Instant lost = clock.instant();
        var reconciliation = new Reconciliation(ledger, directory());
        for (int seconds : new int[] {5, 30, 120}) {
            clock.advance(Duration.ofSeconds(seconds));
            reconciliation.round();
        }

        assertThat(history(newest(number).id()).changes())
                .containsExactly(
                        new Change(MessageState.UNKNOWN, lost), new Change(MessageState.NOT_SENT, clock.instant()));
    }

    @ParameterizedTest
    @CsvSource({
        "queued, accepted, queued",
        "sent, queued, sent",
        "delivered, sent, delivered",
        "delivered, undelivered, delivered",
        "delivered, read, read",
        "read, delivered, read",
        "undelivered, delivered, undelivered",
        "undelivered, read, undelivered",
        "failed, sent, failed",
        "canceled, sent, canceled",
        "accepted, sent, sent",
    })
    void putsAStateInThePlaceOfEarlierOnesOnly(String first, String then, String last) throws Exception {
        String id = dispatch.send(order(number()));
        server.bean(JdbcClient.class)
                .sql("UPDATE message SET state = ? WHERE id = ?")
                .params(first, id)
                .update();
        clock.advance(Duration.ofSeconds(2));
        connector.tells(MessageStatus.of(then).orElseThrow(), null, null, null);
        polling().round();

        assertThat(entry(id).state()).isEqualTo(last);
    }

    @Test
    void asksAgainWhileTheProviderDoesNotAnswerAndEndsAfterADay() throws Exception {
        dispatch.send(order(number()));
        connector.reachable(false);
        for (int hour = 0; hour < 30; hour++) {
            for (int part = 0; part < 6; part++) {
                pass(Duration.ofMinutes(10));
            }
        }

        assertThat(connector.asked()).isBetween(24, 32);
        assertThat(dueAtAnyTime()).isZero();
    }

    @Test
    void asksOnlyTheAccountThatSentTheMessage() throws Exception {
        String id = dispatch.send(order(number()));
        connector.tells(MessageStatus.DELIVERED, null, PRICE, null);
        known = null;
        pass(Duration.ofSeconds(2));
        assertThat(connector.asked()).isZero();

        known = connector;
        pass(Duration.ofSeconds(3));
        assertThat(entry(id).state()).isEqualTo("delivered");
    }

    @Test
    void leavesAMessageThatTheProviderNoLongerKnows() throws Exception {
        String id = dispatch.send(order(number()));
        connector.forget();
        pass(Duration.ofSeconds(2));

        assertThat(entry(id).state()).isEqualTo("sent");
        assertThat(dueAtAnyTime()).isZero();
    }

    @Test
    void asksOnceHoweverManyServersDo() throws Exception {
        for (int i = 0; i < 20; i++) {
            dispatch.send(order(number()));
        }
        clock.advance(Duration.ofSeconds(2));
        List<Followed> taken = new ArrayList<>();
        try (var servers = Executors.newFixedThreadPool(4)) {
            List<Callable<List<Followed>>> takes = Collections.nCopies(4, () -> statuses.takeDue(20));
            for (Future<List<Followed>> take : servers.invokeAll(takes)) {
                taken.addAll(take.get());
            }
        }

        assertThat(taken).hasSize(20);
        assertThat(taken).extracting(message -> message.row().id()).doesNotHaveDuplicates();
        assertThat(statuses.takeDue(20)).isEmpty();
        clock.advance(Statuses.LEASE);
        assertThat(statuses.takeDue(20)).as("of a server that died").hasSize(20);
    }

    @Test
    void hasAFewRequestsUnderWayAtOnceAndABoundedNumberInARound() throws Exception {
        for (int i = 0; i < StatusPolling.ROUND + 10; i++) {
            dispatch.send(order(number()));
        }
        clock.advance(Duration.ofSeconds(2));
        var crowded = new Crowded();
        known = crowded;

        assertThat(polling().round()).isEqualTo(StatusPolling.ROUND);
        assertThat(crowded.most).hasValue(StatusPolling.AT_ONCE);
        assertThat(crowded.together.isBroken()).isFalse();
        assertThat(polling().round()).isEqualTo(10);
    }

    private String sendAnother() throws Exception {
        return sendAnotherTo(number());
    }

    private String sendAnotherTo(PhoneNumber number) throws Exception {
        connector = new RecordedConnector();
        known = connector;
        return dispatch.send(order(number));
    }

    private MessageHistory history(String id) {
        return query.history(id).orElseThrow();
    }

    private void pass(Duration time) {
        clock.advance(time);
        polling().round();
    }

    private StatusPolling polling() {
        return new StatusPolling(statuses, directory(), metrics);
    }

    private int dueAtAnyTime() {
        return server.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM message WHERE ask_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    /** Answers nobody before as many ask as may, and counts those that do. */
    private static final class Crowded implements SmsConnector {

        private final CyclicBarrier together = new CyclicBarrier(StatusPolling.AT_ONCE);
        private final AtomicInteger asking = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public String render(Message message) {
            throw new UnsupportedOperationException("nothing is sent");
        }

        @Override
        public Receipt send(Message message) {
            throw new UnsupportedOperationException("nothing is sent");
        }

        @Override
        public Receipt fetch(String messageId) throws ConnectorException {
            most.accumulateAndGet(asking.incrementAndGet(), Math::max);
            try {
                together.await(10, TimeUnit.SECONDS);
            } catch (BrokenBarrierException | InterruptedException | TimeoutException e) {
                throw Failures.unreachable();
            }
            asking.decrementAndGet();
            return new Receipt(
                    messageId, MessageStatus.DELIVERED, OptionalInt.empty(), 1, "", Instant.EPOCH, null, PRICE, null);
        }

        @Override
        public List<Receipt> sentTo(String to, Instant since) {
            throw new UnsupportedOperationException("nobody looks for a message");
        }
    }
}
