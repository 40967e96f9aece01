package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.contract.AllowancesContract;
import java.security.SecureRandom;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class JdbcAllowancesContractTest extends AllowancesContract {

    JdbcAllowancesContractTest(Engine engine) {
        super((keys, clock) -> engine.store(keys, clock, new SecureRandom()));
    }
}
