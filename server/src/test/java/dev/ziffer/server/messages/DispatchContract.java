package dev.ziffer.server.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.server.RunningServer;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.verification.PhoneNumber;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What sending does to the ledger and the limits, whatever the provider does; each engine's test extends this. */
abstract class DispatchContract extends MessagesContract {

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
}
