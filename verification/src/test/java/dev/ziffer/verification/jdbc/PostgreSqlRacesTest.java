package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.VerificationKeys;
import dev.ziffer.verification.Verifications;
import dev.ziffer.verification.contract.RacesContract;
import java.time.Clock;
import java.util.random.RandomGenerator;

final class PostgreSqlRacesTest extends RacesContract {

    @Override
    protected Verifications store(VerificationKeys keys, Clock clock, RandomGenerator random) {
        return new JdbcVerifications(Databases.postgres(), keys, clock, random);
    }
}
