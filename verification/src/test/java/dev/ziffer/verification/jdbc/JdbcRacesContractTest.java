package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.contract.RacesContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class JdbcRacesContractTest extends RacesContract {

    JdbcRacesContractTest(Engine engine) {
        super(engine::store);
    }
}
