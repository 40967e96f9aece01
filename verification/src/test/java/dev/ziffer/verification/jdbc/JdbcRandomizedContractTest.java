package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.contract.RandomizedContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class JdbcRandomizedContractTest extends RandomizedContract {

    JdbcRandomizedContractTest(Engine engine) {
        super(engine::store);
    }
}
