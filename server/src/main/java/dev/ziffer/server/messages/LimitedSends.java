package dev.ziffer.server.messages;

import dev.ziffer.connector.UsageType;
import dev.ziffer.server.keys.Keys;
import dev.ziffer.verification.KeyedHash;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.Rate;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult.Limited;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The record of sends that a limit refused. A refusal costs no statement, so that whoever is refused a thousand times a
 * second does not write as often: refusals are counted in memory and written every few seconds. Those of the last
 * seconds are lost when a server dies; no limit depends on them.
 */
@Component
public final class LimitedSends {

    /** How many numbers and limits are counted between two writings; more are not recorded one by one. */
    static final int MOST_AT_ONCE = 1_000;

    /** How many rows are kept. */
    static final int MOST_KEPT = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(LimitedSends.class);

    private static final String WRITE = """
            INSERT INTO limited_send AS held (number_hash, limit_name, hour, number_masked, country, usage_type,
                                              application_id, request_id, allowed, window_millis, times, first_at, last_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (number_hash, limit_name, hour) DO UPDATE SET
                usage_type = excluded.usage_type, application_id = excluded.application_id,
                request_id = excluded.request_id, allowed = excluded.allowed, window_millis = excluded.window_millis,
                times = held.times + excluded.times,
                last_at = CASE WHEN held.last_at > excluded.last_at THEN held.last_at ELSE excluded.last_at END
            """;

    private static final String FIND = """
            SELECT limit_name, number_masked, country, usage_type, application_id, request_id, allowed, window_millis,
                   times, first_at, last_at
              FROM limited_send
            """;

    private static final String FORGET = """
            DELETE FROM limited_send
             WHERE last_at < ?
                OR last_at < (SELECT last_at FROM limited_send ORDER BY last_at DESC LIMIT 1 OFFSET ?)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Keys keys;
    private final Clock clock;

    private Map<Subject, Count> counts = new HashMap<>();
    private long uncounted;

    LimitedSends(JdbcClient jdbc, TransactionTemplate transaction, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keys = keys;
        this.clock = clock;
    }

    private record Subject(String numberHash, String limit, long hour) implements Comparable<Subject> {

        private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::numberHash)
                .thenComparing(Subject::limit)
                .thenComparingLong(Subject::hour);

        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    private record Count(
            PhoneNumber number,
            UsageType usageType,
            String applicationId,
            @Nullable String requestId,
            Rate rate,
            int times,
            long firstAt,
            long lastAt) {}

    /** Counts a send that a limit refused. */
    void add(StartRequest start, UsageType usageType, String applicationId, Limited limited) {
        long now = clock.millis();
        PhoneNumber number = start.key().number();
        var subject = new Subject(
                KeyedHash.ofNumber(keys.phoneIndex(), number),
                limited.which().name().toLowerCase(Locale.ROOT),
                now / Duration.ofHours(1).toMillis());
        Rate rate = rate(start.limits(), limited);
        var one = new Count(number, usageType, applicationId, MDC.get("requestId"), rate, 1, now, now);
        synchronized (this) {
            if (counts.size() >= MOST_AT_ONCE && !counts.containsKey(subject)) {
                uncounted++;
            } else {
                counts.merge(subject, one, LimitedSends::both);
            }
        }
    }

    private static Count both(Count earlier, Count later) {
        return new Count(
                later.number(),
                later.usageType(),
                later.applicationId(),
                later.requestId(),
                later.rate(),
                earlier.times() + later.times(),
                earlier.firstAt(),
                later.lastAt());
    }

    private static Rate rate(Limits limits, Limited limited) {
        Rate once = new Rate(1, limited.retryAfter());
        return switch (limited.which()) {
            case SENDS -> limits.sends();
            case WRONG_TRIES -> limits.wrongTries();
            case COOLDOWN -> once;
            case INSTALLATION -> limits.installation() == null ? once : limits.installation();
        };
    }

    /** Writes what was counted since the last time, in one transaction. */
    @PreDestroy
    public void write() {
        Map<Subject, Count> written;
        long lost;
        synchronized (this) {
            written = counts;
            lost = uncounted;
            counts = new HashMap<>();
            uncounted = 0;
        }
        if (lost > 0) {
            LOG.atWarn().addKeyValue("sends", lost).log("Limits refused more sends than are recorded one by one.");
        }
        if (!written.isEmpty()) {
            // In the same order on every server, so that no two wait for each other.
            transaction.executeWithoutResult(_ -> new TreeMap<>(written).forEach(this::write));
        }
    }

    private void write(Subject subject, Count count) {
        jdbc.sql(WRITE)
                .param(subject.numberHash())
                .param(subject.limit())
                .param(subject.hour())
                .param(count.number().masked())
                .param(count.number().region().orElse(""))
                .param(count.usageType().wireName())
                .param(count.applicationId())
                .param(count.requestId())
                .param(count.rate().permits())
                .param(count.rate().window().toMillis())
                .param(count.times())
                .param(count.firstAt())
                .param(count.lastAt())
                .update();
    }

    /** The newest, at most so many. */
    public List<LimitedSend> newest(int most) {
        return jdbc.sql(FIND + " ORDER BY last_at DESC LIMIT ?")
                .param(most)
                .query(LimitedSend::of)
                .list();
    }

    /** The newest to a number, at most so many. */
    public List<LimitedSend> newest(String numberHash, int most) {
        return jdbc.sql(FIND + " WHERE number_hash = ? ORDER BY last_at DESC LIMIT ?")
                .param(numberHash)
                .param(most)
                .query(LimitedSend::of)
                .list();
    }

    /** Deletes what is older than {@code age}, and all but the newest. */
    int forgetOlderThan(Duration age) {
        return jdbc.sql(FORGET)
                .param(clock.millis() - age.toMillis())
                .param(MOST_KEPT - 1)
                .update();
    }
}
