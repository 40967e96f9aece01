package dev.ziffer.server.storage;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The number of the configuration that is in force on all servers: settings and connector. It grows in the transaction
 * of each change, so whatever was read after the number is at least as new, and may be remembered by it.
 */
@Component
public final class Revision {

    private static final String CURRENT = "SELECT number FROM revision";

    private static final String NEXT = "UPDATE revision SET number = number + 1";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Revision(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The number now. */
    public long current() {
        return jdbc.sql(CURRENT).query(Long.class).single();
    }

    /** Changes the configuration, in a transaction that waits for every other change; what it throws undoes it. */
    public <T> T change(Supplier<T> change) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            jdbc.sql(NEXT).update();
            return change.get();
        }));
    }
}
