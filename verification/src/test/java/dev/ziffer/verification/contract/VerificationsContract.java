package dev.ziffer.verification.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.verification.CheckResult;
import dev.ziffer.verification.StartResult.Started;
import dev.ziffer.verification.VerificationKey;
import org.junit.jupiter.api.Test;

/** What every store of verifications does, one call after the other. */
public abstract class VerificationsContract extends StoreFixture {

    @Test
    void approvesTheRightCodeOnce() {
        VerificationKey key = someone();
        Started started = started(key);

        assertThat(store.check(key, started.code())).isEqualTo(new CheckResult.Approved(started.id()));
        assertThat(store.check(key, started.code())).isEqualTo(new CheckResult.NotFound());
    }

    @Test
    void countsWrongCodesDownToTheLastAttempt() {
        VerificationKey key = someone();
        Started started = started(key);

        for (int left = 4; left >= 0; left--) {
            assertThat(store.check(key, wrong(started))).isEqualTo(new CheckResult.Incorrect(left));
        }
        assertThat(store.check(key, started.code())).isEqualTo(new CheckResult.Exhausted());
    }

    @Test
    void sendsTheSameCodeAgain() {
        VerificationKey key = someone();
        Started first = started(key);
        Started second = started(key);

        assertThat(second.code()).isEqualTo(first.code());
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.expiresAt()).isEqualTo(first.expiresAt());
        assertThat(second.sends()).isEqualTo(2);
        assertThat(second.fresh()).isFalse();
    }
}
