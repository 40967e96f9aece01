package dev.ziffer.verification.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.verification.Allowances;
import dev.ziffer.verification.Rate;
import dev.ziffer.verification.VerificationKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Limits by any subject. */
public abstract class AllowancesContract {

    private static final Rate THREE = new Rate(3, Duration.ofMinutes(1));

    private final SettableClock clock = new SettableClock();
    private final Allowances allowances;

    /**
     * Tests allowances whose data may hold what other tests have left.
     *
     * @param allowances makes them with these keys and this clock
     */
    protected AllowancesContract(BiFunction<VerificationKeys, Clock, Allowances> allowances) {
        this.allowances = allowances.apply(new HmacKeys(), clock);
    }

    @Test
    void allowsSoManyInAnyWindow() {
        for (int i = 0; i < 3; i++) {
            assertThat(allowances.take("starts", "192.0.2.1", THREE)).isEmpty();
            clock.move(Duration.ofSeconds(10));
        }
        assertThat(allowances.take("starts", "192.0.2.1", THREE)).hasValue(Duration.ofSeconds(30));
        clock.move(Duration.ofSeconds(30));
        assertThat(allowances.take("starts", "192.0.2.1", THREE)).isEmpty();
        assertThat(allowances.take("starts", "192.0.2.1", THREE)).hasValue(Duration.ofSeconds(10));
    }

    @Test
    void keepsSubjectsAndNamesApart() {
        Rate one = new Rate(1, Duration.ofMinutes(1));

        assertThat(allowances.take("starts", "192.0.2.1", one)).isEmpty();
        assertThat(allowances.take("starts", "192.0.2.2", one)).isEmpty();
        assertThat(allowances.take("checks", "192.0.2.1", one)).isEmpty();
        assertThat(allowances.take("starts", "192.0.2.1", one)).hasValue(Duration.ofMinutes(1));
    }
}
