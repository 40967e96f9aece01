package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.Allowances;
import dev.ziffer.verification.VerificationKeys;
import dev.ziffer.verification.contract.AllowancesContract;
import java.security.SecureRandom;
import java.time.Clock;

final class PostgreSqlAllowancesTest extends AllowancesContract {

    @Override
    protected Allowances allowances(VerificationKeys keys, Clock clock) {
        return new JdbcVerifications(Databases.postgres(), keys, clock, new SecureRandom());
    }
}
