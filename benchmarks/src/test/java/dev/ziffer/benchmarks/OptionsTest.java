package dev.ziffer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OptionsTest {

    @Test
    void measuresEverythingUnlessTold() {
        Options options = Options.of();
        assertThat(options.subjects()).containsExactly("floor", "ziffer");
        assertThat(options.databases()).containsExactly("sqlite", "postgresql");
        assertThat(options.parts()).containsExactly("load", "races", "start");
        assertThat(options.connections()).containsExactly(1, 16, 64);
    }

    @Test
    void measuresThePieceItIsToldTo() {
        Options options = Options.of("--only", "floor", "--db", "postgresql", "--seconds", "3", "--connections", "8");
        assertThat(options.subjects()).containsExactly("floor");
        assertThat(options.databases()).containsExactly("postgresql");
        assertThat(options.time()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.connections()).containsExactly(8);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("--onyl", "floor"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("--db", "oracle"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("floor"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.of("--seconds"));
    }
}
