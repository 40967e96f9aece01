package dev.ziffer.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

final class ModularityTest {

    @Test
    void roomsUseOnlyWhatTheirPackagesAllow() {
        ApplicationModules.of(Server.class).verify();
    }
}
