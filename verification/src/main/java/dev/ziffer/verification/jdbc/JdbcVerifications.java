package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.Allowances;
import dev.ziffer.verification.CheckResult;
import dev.ziffer.verification.Codes;
import dev.ziffer.verification.Cooldown;
import dev.ziffer.verification.Intent;
import dev.ziffer.verification.KeyedHash;
import dev.ziffer.verification.Progress;
import dev.ziffer.verification.Rate;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult;
import dev.ziffer.verification.VerificationKey;
import dev.ziffer.verification.VerificationKeys;
import dev.ziffer.verification.Verifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Keeps verifications in SQLite (3.35 or newer) or PostgreSQL (15 or newer), in the tables of
 * {@code V1__verification.sql} beside this class.
 *
 * <p>It is right with any data source, because every decision is one statement. To be quick as well:
 *
 * <ul>
 *   <li>PostgreSQL: READ COMMITTED, its default. Under a stricter level, starts that race for one number fail with a
 *       {@link dev.ziffer.verification.StoreException} instead of waiting for each other. Rows are always locked in the
 *       same order, so deadlocks do not happen, and nothing is ever repeated.
 *   <li>SQLite: one connection, {@code journal_mode=WAL}, {@code transaction_mode=IMMEDIATE}, {@code synchronous=FULL};
 *       with several connections also a {@code busy_timeout}.
 * </ul>
 */
public final class JdbcVerifications implements Verifications, Allowances {

    private static final int ID_BYTES = 16;
    private static final Duration LONGEST_COOLDOWN = Duration.ofDays(1);

    /** How far servers' clocks may differ: a limit that is over for the one that deletes still counts for another. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private static final Pattern NAME = Pattern.compile("[!-~]{1,64}");
    private static final int MOST_PERMITS = 1_000;
    private static final String NO_TICKET = "-".repeat(Taken.TICKET);

    private final Database database;
    private final VerificationKeys keys;
    private final Clock clock;
    private final RandomGenerator random;

    /**
     * A store in this database.
     *
     * @param random where ids come from; must be cryptographically strong, such as {@link java.security.SecureRandom}
     */
    public JdbcVerifications(DataSource dataSource, VerificationKeys keys, Clock clock, RandomGenerator random) {
        this.database = new Database(dataSource);
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public StartResult start(StartRequest request, Intent intent) {
        VerificationTable.Key key = key(request.key());
        CodeKeys codeKeys = CodeKeys.of(keys);
        String id = newId();
        return database.transaction(
                "start a verification",
                connection -> new Start(request, key, codeKeys, id, now()).run(connection, intent));
    }

    @Override
    public CheckResult check(VerificationKey verification, String typed) {
        VerificationTable.Key key = key(verification);
        CodeKeys codeKeys = CodeKeys.of(keys);
        String code = Codes.read(typed);
        String primaryMac = Codes.mac(codeKeys.primary(), key.numberHash(), verification, code);
        String previousMac =
                codeKeys.rotated() ? Codes.mac(codeKeys.previous(), key.numberHash(), verification, code) : primaryMac;
        return database.run("check a code", connection -> {
            while (true) {
                long now = now().toEpochMilli();
                Optional<CheckResult> result = VerificationTable.check(connection, key, primaryMac, previousMac, now);
                if (result.isEmpty()) {
                    result = VerificationTable.whyNot(connection, key, now);
                }
                if (result.isPresent()) {
                    return result.get();
                }
            }
        });
    }

    @Override
    public Optional<Progress> progress(String numberHash, String id) {
        return database.run(
                "look at a verification", connection -> VerificationTable.progress(connection, numberHash, id));
    }

    @Override
    public void giveBack(StartRequest request, StartResult.Started started) {
        Duration counts = request.limits().sends().window();
        if (!started.startedAt().plus(counts).isAfter(now())) {
            return;
        }
        VerificationTable.Key key = key(request.key());
        var reservation = new Reservation(request, started, key.numberHash());
        database.run("give back a start", connection -> {
            // First, so that a second call does nothing.
            if (!AllowanceTable.giveBack(connection, reservation.sends().allowance(), reservation.ticket())) {
                return started;
            }
            // Canceled before, so that no verification can be tried whose wrong tries were given back.
            if (VerificationTable.returnSend(connection, key, started.id())) {
                Take wrongTries = reservation.wrongTries();
                AllowanceTable.giveBack(connection, wrongTries.allowance(), wrongTries.ticket());
            }
            Rate installation = request.limits().installation();
            if (installation != null) {
                new Installation(installation).giveBack(connection, reservation.ticket());
            }
            Cooldown cooldown = request.limits().cooldown();
            if (cooldown != null) {
                CooldownTable.giveBack(connection, reservation.cooldown(cooldown), reservation.ticket());
            }
            return started;
        });
    }

    @Override
    public int deleteExpired(int limit) {
        Instant now = now();
        return database.run(
                "delete what has expired",
                connection -> Math.max(
                        VerificationTable.deleteExpired(
                                connection, now.minus(KEPT_AFTER_EXPIRY).toEpochMilli(), limit),
                        Math.max(
                                AllowanceTable.deleteExpired(
                                        connection, now.minus(CLOCKS_APART).toEpochMilli(), limit),
                                CooldownTable.deleteStarted(
                                        connection,
                                        now.minus(LONGEST_COOLDOWN.multipliedBy(2))
                                                .toEpochMilli(),
                                        limit))));
    }

    @Override
    public Optional<Duration> take(String name, String subject, Rate rate) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must be 1 to 64 printable ASCII characters");
        }
        if (rate.permits() > MOST_PERMITS) {
            throw new IllegalArgumentException("permits must be at most " + MOST_PERMITS);
        }
        String hash = KeyedHash.of(keys.phoneIndex(), "subject", subject);
        var allowance = new Allowance(hash, name, "", rate.permits());
        return database.run("take a permit", connection -> {
            long now = now().toEpochMilli();
            var take = new Take(allowance, 1, now + rate.window().toMillis(), NO_TICKET);
            if (!AllowanceTable.take(connection, List.of(take), now).isEmpty()) {
                return Optional.empty();
            }
            long freeAt = AllowanceTable.find(connection, allowance).freeAt(allowance.permits(), 1);
            return Optional.of(Waits.between(now, freeAt));
        });
    }

    private VerificationTable.Key key(VerificationKey key) {
        String numberHash = KeyedHash.ofNumber(keys.phoneIndex(), key.number());
        return new VerificationTable.Key(numberHash, key.purpose(), key.binding());
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
