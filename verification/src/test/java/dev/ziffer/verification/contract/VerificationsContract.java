package dev.ziffer.verification.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ziffer.verification.CheckResult;
import dev.ziffer.verification.CheckResult.Approved;
import dev.ziffer.verification.CheckResult.Exhausted;
import dev.ziffer.verification.CheckResult.Expired;
import dev.ziffer.verification.CheckResult.Incorrect;
import dev.ziffer.verification.CheckResult.NotFound;
import dev.ziffer.verification.Intent;
import dev.ziffer.verification.KeyedHash;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.Progress;
import dev.ziffer.verification.StartResult.Started;
import dev.ziffer.verification.VerificationKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a verification lives: started, sent again, checked, replaced, deleted. */
public abstract class VerificationsContract extends StoreFixture {

    protected VerificationsContract(Stores stores) {
        super(stores);
    }

    @Test
    void approvesTheRightCodeOnce() {
        VerificationKey key = someone();
        Started started = started(key);

        assertThat(store.check(key, started.code())).isEqualTo(new Approved(started.id()));
        assertThat(store.check(key, started.code())).isEqualTo(new NotFound());
    }

    @Test
    void countsWrongCodesDownToTheLastAttempt() {
        VerificationKey key = someone();
        Started started = started(key);

        for (int left = 4; left >= 0; left--) {
            assertThat(store.check(key, wrong(started))).isEqualTo(new Incorrect(left));
        }
        assertThat(store.check(key, started.code())).isEqualTo(new Exhausted());
    }

    @Test
    void approvesTheRightCodeAtTheLastAttempt() {
        VerificationKey key = someone();
        Started started = started(request(key, new Policy(6, Duration.ofMinutes(10), 2)));

        assertThat(store.check(key, wrong(started))).isEqualTo(new Incorrect(1));
        assertThat(store.check(key, started.code())).isEqualTo(new Approved(started.id()));
    }

    @Test
    void tellsWhatChecksMadeOfAVerification() {
        VerificationKey key = someone();
        String hash = KeyedHash.ofNumber(keys.phoneIndex(), key.number());
        Started started = started(key);
        store.check(key, wrong(started));
        assertThat(store.progress(hash, started.id())).contains(new Progress(OptionalInt.of(1), false, null));

        store.check(key, started.code());
        Instant approved = clock.instant();
        assertThat(store.progress(hash, started.id())).contains(new Progress(OptionalInt.of(1), false, approved));

        Started next = started(key);
        for (int tries = 0; tries < 5; tries++) {
            store.check(key, wrong(next));
        }
        assertThat(store.progress(hash, next.id())).contains(new Progress(OptionalInt.of(5), true, null));
        assertThat(store.progress(hash, started.id())).contains(new Progress(OptionalInt.empty(), false, approved));
        assertThat(store.progress(hash, "unknown")).isEmpty();
    }

    @Test
    void knowsNothingOfANumberThatWasNotStarted() {
        assertThat(store.check(someone(), "123456")).isEqualTo(new NotFound());
    }

    @Test
    void opensNothingElseWithACode() {
        VerificationKey key = someone();
        Started started = started(key);
        var otherPurpose = new VerificationKey(key.number(), "Register", key.binding());
        var otherBinding = new VerificationKey(key.number(), key.purpose(), "session");
        VerificationKey otherNumber = someone();
        started(otherPurpose);
        started(otherBinding);
        started(otherNumber);

        assertThat(store.check(otherPurpose, started.code())).isEqualTo(new Incorrect(4));
        assertThat(store.check(otherBinding, started.code())).isEqualTo(new Incorrect(4));
        assertThat(store.check(otherNumber, started.code())).isEqualTo(new Incorrect(4));
        assertThat(store.check(key, started.code())).isInstanceOf(Approved.class);
    }

    @Test
    void expiresAtTheEndOfItsLifetime() {
        VerificationKey key = someone();
        Started started = started(key);

        clock.move(Duration.ofMinutes(10).minusMillis(1));
        assertThat(store.check(key, wrong(started))).isEqualTo(new Incorrect(4));
        clock.move(Duration.ofMillis(1));
        assertThat(started.expiresAt()).isEqualTo(clock.instant());
        assertThat(store.check(key, started.code())).isEqualTo(new Expired());
    }

    @Test
    void sendsTheSameCodeAgainUntilAFifthOfTheLifetimeIsLeft() {
        VerificationKey key = someone();
        Started first = started(key);
        clock.move(Duration.ofMinutes(8));
        Started second = started(key);

        assertThat(second)
                .isEqualTo(new Started(first.id(), first.code(), clock.instant(), first.expiresAt(), 2, false));
    }

    @Test
    void replacesACodeThatIsAboutToExpire() {
        VerificationKey key = someone();
        Started old = started(request(key, new Policy(10, Duration.ofMinutes(10), 5)));
        clock.move(Duration.ofMinutes(8).plusMillis(1));
        Started fresh = started(request(key, new Policy(10, Duration.ofMinutes(10), 5)));

        assertThat(fresh.fresh()).isTrue();
        assertThat(fresh.id()).isNotEqualTo(old.id());
        assertThat(fresh.sends()).isEqualTo(1);
        assertThat(fresh.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(store.check(key, old.code())).isEqualTo(new Incorrect(4));
        assertThat(store.check(key, fresh.code())).isEqualTo(new Approved(fresh.id()));
    }

    @Test
    void startsAnewAfterApproval() {
        VerificationKey key = someone();
        Started old = started(key);
        store.check(key, old.code());
        Started fresh = started(key);

        assertThat(fresh.fresh()).isTrue();
        assertThat(store.check(key, fresh.code())).isEqualTo(new Approved(fresh.id()));
    }

    @Test
    void startsAnewOnceAllAttemptsAreSpent() {
        VerificationKey key = someone();
        Policy oneAttempt = new Policy(6, Duration.ofMinutes(10), 1);
        Started old = started(request(key, oneAttempt));
        store.check(key, wrong(old));
        Started fresh = started(request(key, oneAttempt));

        assertThat(fresh.fresh()).isTrue();
        assertThat(store.check(key, fresh.code())).isEqualTo(new Approved(fresh.id()));
    }

    @Test
    void keepsThePolicyItWasStartedWith() {
        VerificationKey key = someone();
        Started first = started(request(key, new Policy(10, Duration.ofMinutes(60), 3)));
        Started again = started(request(key, new Policy(4, Duration.ofMinutes(1), 1)));

        assertThat(again.code()).isEqualTo(first.code()).hasSize(10);
        assertThat(again.expiresAt()).isEqualTo(first.expiresAt());
        assertThat(store.check(key, wrong(first))).isEqualTo(new Incorrect(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 8, 9, 10})
    void makesCodesOfTheLengthAskedFor(int length) {
        Started started = started(request(someone(), new Policy(length, Duration.ofMinutes(1), 1)));

        assertThat(started.code()).matches("[0-9]{" + length + "}");
    }

    @Test
    void readsACodeHoweverItWasTyped() {
        VerificationKey key = someone();
        Started started = started(key);
        String arabic = started.code()
                .chars()
                .collect(StringBuilder::new, (s, c) -> s.append((char) (c - '0' + '\u0660')), StringBuilder::append)
                .insert(3, " - ")
                .toString();

        assertThat(store.check(key, arabic)).isInstanceOf(Approved.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abcdef", "\u0000", "' OR 1=1 --", "\uD800", "1"})
    void countsWhatIsNoCodeAsWrong(String typed) {
        VerificationKey key = someone();
        started(key);

        assertThat(store.check(key, typed)).isEqualTo(new Incorrect(4));
        assertThat(store.check(key, typed.repeat(10_000))).isEqualTo(new Incorrect(3));
    }

    @Test
    void recognisesCodesOfThePreviousKey() {
        VerificationKey key = someone();
        Started before = started(key);
        keys.rotate();
        Started again = started(key);

        assertThat(again.code()).isEqualTo(before.code());
        assertThat(store.check(key, before.code())).isEqualTo(new Approved(before.id()));
    }

    @Test
    void replacesACodeWhoseKeyIsGone() {
        VerificationKey key = someone();
        Started before = started(key);
        keys.rotate();
        keys.rotate();

        assertThat(started(key).fresh()).isTrue();
        assertThat(store.check(key, before.code())).isInstanceOf(Incorrect.class);
    }

    @Test
    void recordsTheIntentOnceTheLimitsHaveAgreed() {
        var recorded = new ArrayList<Started>();
        var result = store.start(request(someone()), (connection, started) -> recorded.add(started));

        assertThat(recorded).singleElement().isEqualTo(result);
    }

    @Test
    void startsNothingIfTheIntentFails() {
        VerificationKey key = someone();
        Intent failing = (connection, started) -> {
            throw new IllegalStateException("the ledger is full");
        };

        assertThatThrownBy(() -> store.start(request(key), failing)).hasMessage("the ledger is full");
        assertThat(store.check(key, "123456")).isEqualTo(new NotFound());
        assertThat(started(key).sends()).isEqualTo(1);
    }

    @Test
    void forgetsExpiredVerificationsAfterADay() {
        VerificationKey key = someone();
        started(key);
        VerificationKey lasting = someone();
        clock.move(Duration.ofHours(1));
        Started started = started(lasting);
        clock.move(Duration.ofHours(23).plusMinutes(10).minusMillis(1));

        assertThat(afterDeleting(key)).isEqualTo(new Expired());
        clock.move(Duration.ofMillis(1));
        assertThat(afterDeleting(key)).isEqualTo(new NotFound());
        assertThat(store.check(lasting, started.code())).isEqualTo(new Expired());
    }

    @Test
    void deletesNoMoreAtOnceThanAskedFor() {
        for (int i = 0; i < 5; i++) {
            started(someone());
        }
        clock.move(Duration.ofDays(30));

        assertThat(store.deleteExpired(2)).isEqualTo(2);
        while (store.deleteExpired(1_000) > 0) {}
        assertThat(store.deleteExpired(2)).isZero();
    }

    private CheckResult afterDeleting(VerificationKey key) {
        while (store.deleteExpired(1_000) == 1_000) {}
        return store.check(key, "000000");
    }

    @Test
    void showsNeitherCodeNorNumberInItsTexts() {
        VerificationKey key = someone();
        Started started = started(request(key, new Policy(10, Duration.ofMinutes(10), 5)));

        assertThat(started.toString()).doesNotContain(started.code());
        assertThat(request(key).toString()).doesNotContain(key.number().digits());
    }
}
