package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.contract.LimitsContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class JdbcLimitsContractTest extends LimitsContract {

    JdbcLimitsContractTest(Engine engine) {
        super(engine::store);
    }
}
