package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.contract.VerificationsContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
final class JdbcVerificationsContractTest extends VerificationsContract {

    JdbcVerificationsContractTest(Engine engine) {
        super(engine::store);
    }
}
