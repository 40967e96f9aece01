package dev.ziffer.server.messages;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.connector.UsageType;
import dev.ziffer.server.RunningServer;
import dev.ziffer.server.keys.Keys;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.PhoneNumberException;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.VerificationKey;
import dev.ziffer.verification.jdbc.JdbcVerifications;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger in a server's database, by a time of its own, and a provider that does as told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerFixture {

    static final String CONNECTOR = "connector";
    static final String ACCOUNT = "account";

    private static final AtomicInteger NUMBERS = new AtomicInteger(10_000_000);

    /** Far from the server's own time, so that its background work has nothing to do with these messages. */
    final SettableClock clock = new SettableClock(Instant.parse("2100-01-01T00:00:00Z"));

    final MessageMetrics metrics = new MessageMetrics(new SimpleMeterRegistry());

    @AutoClose
    final RunningServer server;

    final JdbcVerifications verifications;
    final Ledger ledger;
    final LedgerQuery query;
    final LimitedSends limitedSends;
    final Dispatch dispatch;
    RecordedConnector connector = new RecordedConnector();

    @Nullable
    SmsConnector known;

    LedgerFixture(RunningServer server) {
        this.server = server;
        JdbcClient jdbc = server.bean(JdbcClient.class);
        Keys keys = server.bean(Keys.class);
        verifications = new JdbcVerifications(server.bean(DataSource.class), keys, clock, new SecureRandom());
        ledger = new Ledger(jdbc, keys, clock);
        query = new LedgerQuery(jdbc, ledger, verifications);
        limitedSends = limitedSends();
        dispatch = new Dispatch(verifications, ledger, limitedSends, metrics, clock);
    }

    @BeforeEach
    void freshProvider() {
        connector = new RecordedConnector();
        known = connector;
    }

    /** What one server counts. */
    LimitedSends limitedSends() {
        return new LimitedSends(
                server.bean(JdbcClient.class), server.bean(TransactionTemplate.class), server.bean(Keys.class), clock);
    }

    /** Whom the ledger may ask: the provider that is known, about its own account's messages. */
    ConnectorDirectory directory() {
        return account -> account.equals(ACCOUNT) ? Optional.ofNullable(known) : Optional.empty();
    }

    LedgerEntry entry(String id) {
        return query.find(id).orElseThrow();
    }

    LedgerEntry newest(PhoneNumber number) {
        return entries(number).getFirst();
    }

    LedgerEntry oldest(PhoneNumber number) {
        return entries(number).getLast();
    }

    List<LedgerEntry> entries(PhoneNumber number) {
        return query.find(new LedgerQuery.Filter(number, null, null), 100, 0).entries();
    }

    Dispatch.Order order(PhoneNumber number) {
        return order(number, connector);
    }

    static Dispatch.Order order(PhoneNumber number, SmsConnector through) {
        return new Dispatch.Order(start(number), UsageType.GENERIC, null, "app", CONNECTOR, ACCOUNT, through, null);
    }

    static StartRequest start(PhoneNumber number) {
        return new StartRequest(key(number), Policy.DEFAULT, Limits.DEFAULT.withInstallation(null));
    }

    static VerificationKey key(PhoneNumber number) {
        return new VerificationKey(number, "Generic", "app");
    }

    static PhoneNumber number() throws PhoneNumberException {
        return PhoneNumber.parse("49151" + NUMBERS.incrementAndGet());
    }

    PhoneNumber lose() throws PhoneNumberException {
        PhoneNumber number = number();
        connector.failWith(Failures.deadline());
        assertThatThrownBy(() -> dispatch.send(order(number))).isInstanceOf(ConnectorException.class);
        return number;
    }

    /** So that the next test's rounds find its own messages only. */
    void settleAll() {
        known = null;
        clock.advance(Duration.ofDays(1));
        while (reconciliation().round() > 0) {
            // Until nothing is due.
        }
    }

    Reconciliation reconciliation() {
        return new Reconciliation(ledger, directory());
    }
}
