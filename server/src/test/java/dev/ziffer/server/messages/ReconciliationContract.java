package dev.ziffer.server.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.Message;
import dev.ziffer.connector.Receipt;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.connector.UsageType;
import dev.ziffer.server.RunningServer;
import dev.ziffer.verification.CheckResult;
import dev.ziffer.verification.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** How the ledger comes right where the provider's answer is missing; each engine's test extends this. */
abstract class ReconciliationContract extends LedgerFixture {

    ReconciliationContract(RunningServer server) {
        super(server);
    }

    @Test
    void findsAMessageWhoseAnswerWasLostAndItsCodeStillWorks() throws Exception {
        PhoneNumber number = number();
        connector.failWith(Failures.deadline());
        assertThatThrownBy(() -> dispatch.send(order(number))).isInstanceOf(ConnectorException.class);
        assertThat(newest(number).state()).isEqualTo("unknown");

        // The user asks again and gets the same code: that tells us what the lost message said.
        clock.advance(Duration.ofMillis(1));
        connector.failWith(null);
        dispatch.send(order(number));
        String body = connector.only().body();
        connector.has("SMlost" + number.digits(), body, clock.instant());

        clock.advance(Duration.ofSeconds(5));
        reconciliation().round();

        assertThat(oldest(number).state()).isEqualTo("sent");
        assertThat(oldest(number).twilioSid()).isEqualTo("SMlost" + number.digits());
        assertThat(verifications.check(key(number), body.substring(0, 6))).isInstanceOf(CheckResult.Approved.class);
    }

    @Test
    void takesNoMessageThatAnotherRowHas() throws Exception {
        PhoneNumber number = number();
        dispatch.send(order(number));
        Receipt first = connector.only();
        clock.advance(Duration.ofMillis(1));
        connector.failWith(Failures.deadline());
        assertThatThrownBy(() -> dispatch.send(order(number))).isInstanceOf(ConnectorException.class);
        connector.has(first.messageId(), first.body(), clock.instant());

        clock.advance(Duration.ofSeconds(5));
        reconciliation().round();

        assertThat(newest(number).state()).isEqualTo("unknown");
        assertThat(newest(number).twilioSid()).isNull();
    }

    @Test
    void statesThatAMessageWasNotSentAfterTheThirdAskingInVain() throws Exception {
        PhoneNumber number = lose();

        for (int seconds : new int[] {5, 30, 120}) {
            assertThat(newest(number).state()).isEqualTo("unknown");
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            reconciliation().round();
            assertThat(newest(number).state()).isEqualTo("unknown");
            clock.advance(Duration.ofMillis(1));
            reconciliation().round();
        }

        assertThat(connector.asked()).isEqualTo(3);
        assertThat(newest(number).state()).isEqualTo("not_sent");
    }

    @Test
    void doesNotCountAnAskingThatDidNotReachTheProvider() throws Exception {
        PhoneNumber number = lose();
        connector.reachable(false);
        for (int round = 0; round < 5; round++) {
            clock.advance(Duration.ofSeconds(60));
            reconciliation().round();
        }

        assertThat(newest(number).state()).isEqualTo("unknown");
    }

    @Test
    void asksLessAndLessOftenWhileTheProviderIsOut() throws Exception {
        PhoneNumber number = lose();
        connector.reachable(false);
        clock.advance(Duration.ofSeconds(5));
        // At 5, 10, 20, ... 640 seconds, and every ten minutes from then on.
        for (int seconds : new int[] {5, 10, 20, 40, 80, 160, 320, 600, 600}) {
            int asked = connector.asked();
            reconciliation().round();
            assertThat(connector.asked()).isEqualTo(asked + 1);
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            reconciliation().round();
            assertThat(connector.asked()).isEqualTo(asked + 1);
            clock.advance(Duration.ofMillis(1));
        }

        assertThat(newest(number).state()).isEqualTo("unknown");
        settleAll();
    }

    @Test
    void asksAboutManyMessagesAtOnce() throws Exception {
        int many = 30;
        for (int i = 0; i < many; i++) {
            lose();
        }
        clock.advance(Duration.ofSeconds(5));
        var together = new CyclicBarrier(many);
        var patient = new SmsConnector() {

            @Override
            public String render(Message message) {
                throw new UnsupportedOperationException("nothing is sent");
            }

            @Override
            public Receipt send(Message message) {
                throw new UnsupportedOperationException("nothing is sent");
            }

            @Override
            public Receipt fetch(String messageId) {
                throw new UnsupportedOperationException("nobody asks for one message");
            }

            // Answers nobody before all ask.
            @Override
            public List<Receipt> sentTo(String to, Instant since) throws ConnectorException {
                try {
                    together.await(10, TimeUnit.SECONDS);
                    return List.of();
                } catch (BrokenBarrierException | InterruptedException | TimeoutException e) {
                    throw Failures.unreachable();
                }
            }
        };
        known = patient;

        assertThat(reconciliation().round()).isEqualTo(many);
        assertThat(together.isBroken()).isFalse();
        settleAll();
    }

    @Test
    void leavesAMessageUnknownThatAnotherAccountWasAskedToSend() throws Exception {
        PhoneNumber number = lose();
        var other = new Reconciliation(
                ledger, account -> account.equals("another") ? Optional.of(connector) : Optional.empty());
        for (int seconds : new int[] {5, 30, 120}) {
            clock.advance(Duration.ofSeconds(seconds));
            other.round();
        }

        assertThat(newest(number).state()).isEqualTo("unknown");
        assertThat(connector.asked()).isZero();
    }

    @Test
    void asksAboutAnIntentThatItsServerDidNotSettle() throws Exception {
        PhoneNumber number = number();
        connector.failWith(Failures.unreachable());
        Ledger.Draft draft =
                ledger.draft(new MessageIntent(number, UsageType.GENERIC, null, "app", CONNECTOR, ACCOUNT, 1));
        verifications.start(
                start(number), (connection, started) -> ledger.intend(connection, draft, started.id(), 1, "123456"));
        connector.has("SMother" + number.digits(), "Your code is 123457.", clock.instant());
        connector.has("SMdied" + number.digits(), "Sent from a trial account - Your code is 123456.", clock.instant());

        clock.advance(Duration.ofSeconds(59));
        reconciliation().round();
        assertThat(newest(number).state()).isEqualTo("requested");

        clock.advance(Duration.ofSeconds(1));
        reconciliation().round();
        assertThat(newest(number).state()).isEqualTo("sent");
        assertThat(newest(number).twilioSid()).isEqualTo("SMdied" + number.digits());
    }

    @Test
    void asksForAMessageOnOneServerAtATime() throws Exception {
        lose();
        clock.advance(Duration.ofSeconds(5));

        assertThat(ledger.takeDue(5)).hasSize(1);
        assertThat(ledger.takeDue(5)).isEmpty();

        clock.advance(Duration.ofSeconds(60));
        assertThat(ledger.takeDue(5)).hasSize(1);
        settleAll();
    }

    @Test
    void leavesAMessageUnknownWhoseConnectorIsGone() throws Exception {
        PhoneNumber number = lose();
        known = null;
        clock.advance(Duration.ofSeconds(5));
        reconciliation().round();
        clock.advance(Duration.ofHours(1));
        reconciliation().round();

        assertThat(newest(number).state()).isEqualTo("unknown");
        assertThat(connector.asked()).isZero();
    }
}
