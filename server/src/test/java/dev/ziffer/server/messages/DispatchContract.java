package dev.ziffer.server.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.UsageType;
import dev.ziffer.server.RunningServer;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult.Limit;
import dev.ziffer.verification.StartResult.Limited;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What sending does to the ledger and the limits, whatever the provider does; each engine's test extends this. */
abstract class DispatchContract extends LedgerFixture {

    DispatchContract(RunningServer server) {
        super(server);
    }

    @Test
    void keepsWhatTheProviderSaidOfAMessageItTook() throws Exception {
        LedgerEntry entry = entry(dispatch.send(order(number())));

        assertThat(entry.state()).isEqualTo("sent");
        assertThat(entry.twilioSid()).isEqualTo(connector.only().messageId());
        assertThat(entry.twilioRequestId()).isEqualTo("RQ1");
        assertThat(entry.attempt()).isEqualTo(1);
    }

    @Test
    void countsAResendAsTheNextAttemptOfTheSameVerification() throws Exception {
        PhoneNumber number = number();
        LedgerEntry first = entry(dispatch.send(order(number)));
        LedgerEntry second = entry(dispatch.send(order(number)));

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.verificationId()).isEqualTo(first.verificationId());
    }

    @Test
    void recordsARefusalWithItsCodeAndKeepsItsShareOfTheLimits() throws Exception {
        PhoneNumber number = number();
        connector.failWith(Failures.refused(21614));
        for (int send = 0; send < 10; send++) {
            assertThatThrownBy(() -> dispatch.send(order(number))).isInstanceOf(ConnectorException.class);
        }

        assertThat(newest(number).state()).isEqualTo("refused");
        assertThat(newest(number).errorCode()).isEqualTo(21614);
        assertThatThrownBy(() -> dispatch.send(order(number)))
                .asInstanceOf(type(RequestError.class))
                .returns("request.message_rate_limited", RequestError::code);
    }

    @Test
    void recordsWhatALimitRefusedByNumberLimitAndHour() throws Exception {
        PhoneNumber number = number();
        for (int send = 0; send < 10; send++) {
            dispatch.send(order(number));
        }
        Instant refused = clock.instant();
        refuse(dispatch, number);
        LimitedSends others = limitedSends();
        clock.advance(Duration.ofSeconds(1));
        refuse(new Dispatch(verifications, ledger, others, metrics, clock), number);
        refuse(dispatch, number);
        assertThat(limitedSends.newest(ledger.numberHash(number), 5))
                .as("a refusal writes nothing")
                .isEmpty();
        limitedSends.write();
        others.write();

        assertThat(limitedSends.newest(ledger.numberHash(number), 5))
                .singleElement()
                .satisfies(sends -> {
                    assertThat(sends.limit()).isEqualTo("sends");
                    assertThat(sends.phone()).isEqualTo(number.masked());
                    assertThat(sends.allowed()).isEqualTo(10);
                    assertThat(sends.window()).isEqualTo(Duration.ofMinutes(10));
                    assertThat(sends.times()).isEqualTo(3);
                    assertThat(sends.firstAt()).isEqualTo(refused);
                    assertThat(sends.lastAt()).isEqualTo(clock.instant());
                });
        limitedSends.forgetOlderThan(Duration.ofDays(90));
        assertThat(limitedSends.newest(5)).isNotEmpty();
        clock.advance(Duration.ofDays(91));
        limitedSends.forgetOlderThan(Duration.ofDays(90));
        assertThat(limitedSends.newest(5)).isEmpty();
    }

    @Test
    void recordsABoundedNumberOfRefusalsAtOnce() throws Exception {
        var limits = Limits.DEFAULT;
        for (int i = 0; i < LimitedSends.MOST_AT_ONCE + 5; i++) {
            var start = new StartRequest(key(number()), Policy.DEFAULT, limits);
            limitedSends.add(start, UsageType.GENERIC, "app", new Limited(Limit.INSTALLATION, Duration.ofSeconds(9)));
        }
        limitedSends.write();

        assertThat(limitedSends.newest(LimitedSends.MOST_AT_ONCE + 5)).hasSize(LimitedSends.MOST_AT_ONCE);
        clock.advance(Duration.ofDays(91));
        limitedSends.forgetOlderThan(Duration.ofDays(90));
    }

    @Test
    void givesTheLimitsBackForWhatWasCertainlyNotSent() throws Exception {
        PhoneNumber number = number();
        connector.failWith(Failures.unreachable());
        for (int send = 0; send < 12; send++) {
            assertThatThrownBy(() -> dispatch.send(order(number))).isInstanceOf(ConnectorException.class);
        }
        assertThat(newest(number).state()).isEqualTo("not_sent");

        connector.failWith(null);
        assertThat(entry(dispatch.send(order(number))).state()).isEqualTo("sent");
    }

    @Test
    void forgetsOnlyWhatIsOldAndSettled() throws Exception {
        String settled = dispatch.send(order(number()));
        PhoneNumber doubtful = lose();
        clock.advance(Duration.ofDays(91));
        String recent = dispatch.send(order(number(), new RecordedConnector()));

        ledger.forgetOlderThan(Duration.ofDays(90));

        assertThat(query.find(settled)).isEmpty();
        assertThat(query.find(recent)).isPresent();
        assertThat(newest(doubtful).state()).isEqualTo("unknown");
        settleAll();
    }

    @Test
    void countsWhatWasSentOfLateButNotWhatCertainlyWasNot() throws Exception {
        clock.advance(Duration.ofDays(1));
        dispatch.send(order(number()));
        connector.failWith(Failures.unreachable());
        assertThatThrownBy(() -> dispatch.send(order(number()))).isInstanceOf(ConnectorException.class);

        assertThat(ledger.countSince(Duration.ofMinutes(10))).isEqualTo(1);
        clock.advance(Duration.ofMinutes(10).plusMillis(1));
        assertThat(ledger.countSince(Duration.ofMinutes(10))).isZero();
    }

    private static void refuse(Dispatch server, PhoneNumber number) {
        assertThatThrownBy(() -> server.send(order(number, new RecordedConnector())))
                .isInstanceOf(RequestError.class);
    }
}
