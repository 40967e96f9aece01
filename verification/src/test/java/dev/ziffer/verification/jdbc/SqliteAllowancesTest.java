package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.Allowances;
import dev.ziffer.verification.VerificationKeys;
import dev.ziffer.verification.contract.AllowancesContract;
import java.security.SecureRandom;
import java.time.Clock;

final class SqliteAllowancesTest extends AllowancesContract {

    @Override
    protected Allowances allowances(VerificationKeys keys, Clock clock) {
        return new JdbcVerifications(Databases.sqlite(), keys, clock, new SecureRandom());
    }
}
