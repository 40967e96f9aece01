package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.Allowances;
import dev.ziffer.verification.CheckResult;
import dev.ziffer.verification.Intent;
import dev.ziffer.verification.Rate;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult;
import dev.ziffer.verification.VerificationKey;
import dev.ziffer.verification.VerificationKeys;
import dev.ziffer.verification.Verifications;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** Keeps verifications in SQLite or PostgreSQL. */
public final class JdbcVerifications implements Verifications, Allowances {

    /** A store on this database. */
    public JdbcVerifications(DataSource dataSource, VerificationKeys keys, Clock clock, RandomGenerator random) {}

    @Override
    public StartResult start(StartRequest request, Intent intent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CheckResult check(VerificationKey key, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void giveBack(StartRequest request, StartResult.Started started) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int deleteExpired(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Duration> take(String name, String subject, Rate rate) {
        throw new UnsupportedOperationException();
    }
}
