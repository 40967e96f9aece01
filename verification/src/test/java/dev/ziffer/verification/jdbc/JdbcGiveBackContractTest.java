package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.contract.GiveBackContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class JdbcGiveBackContractTest extends GiveBackContract {

    JdbcGiveBackContractTest(Engine engine) {
        super(engine::store);
    }
}
