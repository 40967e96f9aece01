package dev.ziffer.server.experience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.server.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SqliteSignInExperiencesTest extends SignInExperiencesContract {

    SqliteSignInExperiencesTest() {
        super(RunningServer.onSqlite());
    }

    @Test
    void takesTheSandboxForAConnector() {
        try (RunningServer server = RunningServer.onSqlite(Map.of("ZIFFER_SANDBOX", "true"))) {
            SignInExperiences experiences = server.bean(SignInExperiences.class);
            experiences.enablePhone();
            assertThat(experiences.current().signUp().byPhone()).isTrue();
        }
    }
}
