package dev.ziffer.server.experience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.server.RunningServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSignInExperiencesTest extends SignInExperiencesContract {

    @Override
    Map<String, String> database() {
        return Map.of();
    }

    @Test
    void takesTheSandboxForAConnector(@TempDir Path dataDir) {
        try (RunningServer server = RunningServer.start(dataDir, Map.of("ZIFFER_SANDBOX", "true"))) {
            SignInExperiences experiences = server.bean(SignInExperiences.class);
            experiences.enablePhone();
            assertThat(experiences.current().signUp().byPhone()).isTrue();
        }
    }
}
