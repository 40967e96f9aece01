package dev.ziffer.verification.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ziffer.verification.CheckResult.Approved;
import dev.ziffer.verification.CheckResult.Incorrect;
import dev.ziffer.verification.CheckResult.NotFound;
import dev.ziffer.verification.Cooldown;
import dev.ziffer.verification.Intent;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult.Started;
import dev.ziffer.verification.StoreException;
import dev.ziffer.verification.VerificationKey;
import dev.ziffer.verification.contract.HmacKeys;
import dev.ziffer.verification.contract.SettableClock;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is particular to a store in a database. */
final class JdbcVerificationsTest {

    private final SettableClock clock = new SettableClock();
    private final VerificationKey key;
    private final StartRequest request;

    JdbcVerificationsTest() throws Exception {
        int last = new SecureRandom().nextInt(100_000_000);
        key = new VerificationKey(PhoneNumber.parse("+49152%08d".formatted(last)), "SignIn", "application");
        request = new StartRequest(
                key,
                new Policy(10, Duration.ofMinutes(10), 5),
                Limits.DEFAULT.withCooldown(Cooldown.PAGES).withInstallation(null));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void writesTheIntentExactlyWhenTheVerificationIs(Engine engine) throws SQLException {
        JdbcVerifications store = store(engine.dataSource());
        try (Connection connection = engine.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS ledger");
            statement.execute("CREATE TABLE ledger (verification TEXT NOT NULL)");
        }
        Intent intent = (connection, started) -> {
            try (var statement = connection.prepareStatement("INSERT INTO ledger VALUES (?)")) {
                statement.setString(1, started.id());
                statement.executeUpdate();
            }
        };
        Intent failing = (connection, started) -> {
            intent.record(connection, started);
            throw new SQLException("the ledger is full");
        };

        assertThatThrownBy(() -> store.start(request, failing))
                .isInstanceOf(StoreException.class)
                .hasRootCauseMessage("the ledger is full");
        assertThat(store.check(key, "0000000000")).isEqualTo(new NotFound());
        assertThat(dump(engine.dataSource(), "ledger")).isEmpty();

        Started started = (Started) store.start(request, intent);
        assertThat(dump(engine.dataSource(), "ledger")).isEqualTo(started.id() + "\n");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void keepsNeitherCodeNorNumber(Engine engine) throws SQLException {
        JdbcVerifications store = store(engine.dataSource());
        Started started = (Started) store.start(request, Intent.NONE);
        store.check(key, "9876543210");
        String kept = dump(engine.dataSource(), "verification")
                + dump(engine.dataSource(), "allowance")
                + dump(engine.dataSource(), "cooldown");

        assertThat(kept)
                .contains(started.id())
                .doesNotContain(started.code())
                .doesNotContain("9876543210")
                .doesNotContain(key.number().digits());
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void worksThoughTheDataSourceGivesConnectionsInATransaction(Engine engine) {
        JdbcVerifications store =
                store(new Adjusted(engine.dataSource(), connection -> connection.setAutoCommit(false)));
        Started started = (Started) store.start(request, Intent.NONE);

        assertThat(store.check(key, "0000000000")).isEqualTo(new Incorrect(4));
        assertThat(store(engine.dataSource()).check(key, started.code())).isInstanceOf(Approved.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "POSTGRESQL.*")
    void allowsNoMoreUnderAStricterIsolationThoughSomeStartsFail(Engine engine) throws InterruptedException {
        JdbcVerifications store = store(new Adjusted(
                engine.dataSource(),
                connection -> connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ)));
        StartRequest often = new StartRequest(key, Policy.DEFAULT, Limits.DEFAULT.withInstallation(null));
        Callable<Boolean> start = () -> {
            try {
                return store.start(often, Intent.NONE) instanceof Started;
            } catch (StoreException e) {
                return false;
            }
        };
        List<Future<Boolean>> results;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            results = threads.invokeAll(Collections.nCopies(50, start));
        }
        int after = 0;
        while (store.start(often, Intent.NONE) instanceof Started) {
            after++;
        }

        assertThat(results.stream().filter(Future::resultNow).count() + after).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void saysWhichOperationFailed(Engine engine) throws SQLException {
        Database database = new Database(engine.dataSource());

        assertThatThrownBy(() -> database.run("do the impossible", connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute("SELECT nonsense");
                    }
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("do the impossible")
                .hasCauseInstanceOf(SQLException.class);
    }

    private JdbcVerifications store(DataSource dataSource) {
        return new JdbcVerifications(dataSource, new HmacKeys(), clock, new SecureRandom());
    }

    private static String dump(DataSource dataSource, String table) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            var text = new StringBuilder();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    text.append(rows.getString(i)).append(i == columns ? "\n" : " ");
                }
            }
            return text.toString();
        }
    }
}
