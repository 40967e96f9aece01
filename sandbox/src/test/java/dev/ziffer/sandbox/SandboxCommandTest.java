package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command's arguments. */
final class SandboxCommandTest {

    @Test
    void areAPortAndAPace() {
        SandboxOptions options = SandboxCommand.options(List.of("--at-once", "--port", "9000"));

        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.pace()).isEqualTo(Duration.ZERO);
        assertThat(SandboxCommand.options(List.of())).isEqualTo(SandboxOptions.DEFAULTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port x", "--port 65536", "--port -1", "--address 0.0.0.0", "8081"})
    void areRefusedWithASentence(String arguments) {
        List<String> given = List.of(arguments.split(" ", -1));

        assertThatThrownBy(() -> SandboxCommand.options(given))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .endsWith(".");
    }
}
