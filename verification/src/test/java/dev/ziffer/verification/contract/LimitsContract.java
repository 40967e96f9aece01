package dev.ziffer.verification.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.verification.CheckResult.Approved;
import dev.ziffer.verification.CheckResult.Incorrect;
import dev.ziffer.verification.Cooldown;
import dev.ziffer.verification.Intent;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.Rate;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult;
import dev.ziffer.verification.StartResult.Limit;
import dev.ziffer.verification.StartResult.Limited;
import dev.ziffer.verification.StartResult.Started;
import dev.ziffer.verification.VerificationKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the limits of a start allow, and when they allow it again. */
public abstract class LimitsContract extends StoreFixture {

    private static final Policy ONE_ATTEMPT = new Policy(6, Duration.ofMinutes(10), 1);

    protected LimitsContract(Stores stores) {
        super(stores);
    }

    @Test
    void allowsTenSendsInAnyTenMinutesOverAllPurposesAndBindings() {
        VerificationKey key = someone();
        for (int i = 0; i < 10; i++) {
            started(new VerificationKey(key.number(), "Purpose" + i % 3, "application" + i % 2));
            clock.move(Duration.ofSeconds(30));
        }

        assertThat(start(key)).isEqualTo(new Limited(Limit.SENDS, Duration.ofMinutes(5)));
        clock.move(Duration.ofMinutes(5).minusMillis(1));
        assertThat(start(key)).isEqualTo(new Limited(Limit.SENDS, Duration.ofSeconds(1)));
        clock.move(Duration.ofMillis(1));
        assertThat(start(key)).isInstanceOf(Started.class);
        assertThat(start(key)).isEqualTo(new Limited(Limit.SENDS, Duration.ofSeconds(30)));
    }

    @Test
    void changesNothingWhenItRefuses() {
        VerificationKey key = someone();
        var request = request(key, limits(2, 100));
        Started first = started(request);
        started(request);
        clock.move(Duration.ofMinutes(9));
        var recorded = new ArrayList<Started>();

        assertThat(store.start(request, (connection, started) -> recorded.add(started)))
                .isInstanceOf(Limited.class);
        assertThat(recorded).isEmpty();
        assertThat(store.check(key, first.code())).isEqualTo(new Approved(first.id()));
    }

    @Test
    void reservesTheWrongTriesOfEveryNewVerification() {
        VerificationKey key = someone();
        StartRequest request = request(key, limits(1_000, 12));
        spend(request);
        spend(request);
        Duration untilADayAfterExpiry = Duration.ofHours(24).plusMinutes(10);

        assertThat(store.start(request, Intent.NONE)).isEqualTo(new Limited(Limit.WRONG_TRIES, untilADayAfterExpiry));
        started(request(new VerificationKey(key.number(), "Register", "application"), limits(1_000, 12)));
        clock.move(untilADayAfterExpiry);
        started(request);
    }

    @Test
    void reservesNoWrongTriesForAnotherSend() {
        StartRequest request = request(someone(), limits(1_000, 5));

        started(request);
        assertThat(started(request).fresh()).isFalse();
    }

    @Test
    void sharesWrongTriesAmongBindings() {
        VerificationKey key = someone();
        started(request(key, limits(1_000, 9)));

        assertThat(store.start(
                        request(new VerificationKey(key.number(), key.purpose(), "session"), limits(1_000, 9)),
                        Intent.NONE))
                .isInstanceOf(Limited.class);
    }

    @Test
    void waitsLongerBeforeEachSend() {
        StartRequest request = request(someone(), limits(1_000, 100).withCooldown(Cooldown.PAGES));
        started(request);
        for (int seconds : List.of(30, 60, 120, 120)) {
            assertThat(store.start(request, Intent.NONE))
                    .isEqualTo(new Limited(Limit.COOLDOWN, Duration.ofSeconds(seconds)));
            clock.move(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(store.start(request, Intent.NONE)).isEqualTo(new Limited(Limit.COOLDOWN, Duration.ofSeconds(1)));
            clock.move(Duration.ofMillis(1));
            started(request);
        }
        clock.move(Duration.ofMinutes(4));
        started(request);
        assertThat(store.start(request, Intent.NONE)).isEqualTo(new Limited(Limit.COOLDOWN, Duration.ofSeconds(30)));
    }

    @Test
    void keepsTheCooldownsOfKindsApart() {
        VerificationKey key = someone();
        started(request(key, Limits.DEFAULT.withCooldown(Cooldown.PAGES)));

        started(request(key, Limits.DEFAULT));
        started(request(
                key,
                Limits.DEFAULT.withCooldown(
                        new Cooldown("application", Duration.ofSeconds(60), Duration.ofSeconds(60)))));
    }

    @Test
    void tellsTheLongestWaitOfSeveral() {
        VerificationKey key = someone();
        StartRequest request = request(key, limits(1, 100).withCooldown(Cooldown.PAGES));
        started(request);

        assertThat(store.start(request, Intent.NONE)).isEqualTo(new Limited(Limit.SENDS, Duration.ofMinutes(10)));
    }

    @Test
    void givesAHolderLimitsOfTheirOwn() {
        VerificationKey key = someone();
        Limits limits = limits(1, 5).withCooldown(Cooldown.PAGES);
        started(request(key, limits));
        var theirs = new VerificationKey(key.number(), key.purpose(), "theirs");
        StartRequest held = request(theirs, limits.withHolder("device"));

        started(held);
        assertThat(store.start(held, Intent.NONE)).isInstanceOf(Limited.class);
        clock.move(Duration.ofMinutes(10));
        assertThat(store.start(request(key, limits), Intent.NONE))
                .isEqualTo(new Limited(Limit.WRONG_TRIES, Duration.ofHours(24)));
    }

    @Test
    void clearsOnlyTheWrongTriesOfTheHolderWhoWasApproved() {
        VerificationKey key = someone();
        Limits limits = limits(1_000, 5);
        started(request(key, limits));
        var theirs = new VerificationKey(key.number(), key.purpose(), "theirs");
        Started held = started(request(theirs, limits.withHolder("device")));

        assertThat(store.check(theirs, held.code())).isInstanceOf(Approved.class);
        started(request(theirs, limits.withHolder("device")));
        assertThat(store.start(request(theirs, limits), Intent.NONE))
                .as("theirs is live, so this is another send")
                .isInstanceOf(Started.class);
        assertThat(store.start(
                        request(new VerificationKey(key.number(), key.purpose(), "another"), limits), Intent.NONE))
                .isInstanceOf(Limited.class);
    }

    @Test
    void keepsTheWrongTriesOfWhatCanStillBeTriedAfterAnApproval() {
        Limits limits = limits(1_000, 10);
        VerificationKey key = someone();
        started(request(binding(key, "stranger"), limits));
        approve(request(key, limits));
        started(request(binding(key, "third"), limits));

        assertThat(store.start(request(binding(key, "fourth"), limits), Intent.NONE))
                .isEqualTo(new Limited(Limit.WRONG_TRIES, Duration.ofHours(24).plusMinutes(10)));
    }

    @Test
    void clearsTheWrongTriesOfWhatHadExpiredBeforeAnApproval() {
        Limits limits = limits(1_000, 10);
        VerificationKey key = someone();
        spend(request(binding(key, "stranger"), limits));
        clock.move(Duration.ofMinutes(10));
        approve(request(key, limits));
        started(request(binding(key, "third"), limits));
        started(request(binding(key, "fourth"), limits));

        assertThat(store.start(request(binding(key, "fifth"), limits), Intent.NONE))
                .isInstanceOf(Limited.class);
    }

    @Test
    void letsAPersonProveANumberAgainAndAgain() {
        StartRequest request = request(someone(), limits(1_000, 5));
        for (int i = 0; i < 30; i++) {
            approve(request);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 33, 70, 200})
    void allowsTheInstallationExactlyItsSendsWhateverTheNumbers(int permits) {
        Limits limits = Limits.DEFAULT.withInstallation(new Rate(permits, Duration.ofMinutes(10)));
        var half = Duration.ofMinutes(5);
        for (int i = 0; i < permits; i++) {
            if (i == permits / 2) {
                clock.move(half);
            }
            assertThat(store.start(new StartRequest(someone(), ONE_ATTEMPT, limits), Intent.NONE))
                    .isInstanceOf(Started.class);
        }

        StartRequest oneMore = new StartRequest(someone(), ONE_ATTEMPT, limits);
        Duration wait = permits == 1 ? half.multipliedBy(2) : half;
        assertThat(store.start(oneMore, Intent.NONE)).isEqualTo(new Limited(Limit.INSTALLATION, wait));
        clock.move(wait);
        assertThat(store.start(oneMore, Intent.NONE)).isInstanceOf(Started.class);
    }

    @Test
    void allowsNoMoreThoughClocksDiffer() {
        StartRequest request = request(someone(), limits(3, 100));
        started(request);
        clock.move(Duration.ofSeconds(-5));
        started(request);
        clock.move(Duration.ofSeconds(3));
        started(request);

        assertThat(store.start(request, Intent.NONE)).isInstanceOf(Limited.class);
        clock.move(Duration.ofMinutes(10).plusSeconds(2).minusMillis(1));
        assertThat(store.start(request, Intent.NONE)).isInstanceOf(Limited.class);
        clock.move(Duration.ofMillis(1));
        started(request);
    }

    @Test
    void allowsFewerAtOnceAfterTheLimitIsLowered() {
        VerificationKey key = someone();
        for (int i = 0; i < 4; i++) {
            started(request(key, limits(10, 100)));
        }

        assertThat(store.start(request(key, limits(4, 100)), Intent.NONE)).isInstanceOf(Limited.class);
        started(request(key, limits(5, 100)));
    }

    @Test
    void keepsLimitsWhenItDeletesWhatHasExpired() {
        StartRequest request = request(someone(), limits(1, 5));
        started(request);
        clock.move(Duration.ofMinutes(9));
        store.deleteExpired(1_000);

        assertThat(store.start(request, Intent.NONE)).isInstanceOf(Limited.class);
    }

    @Test
    void keepsALimitForServersWhoseClocksAreBehindTheOneThatDeletes() {
        StartRequest request = request(someone(), limits(1, 5));
        started(request);
        clock.move(Duration.ofMinutes(10));
        while (store.deleteExpired(1_000) == 1_000) {}
        clock.move(Duration.ofSeconds(-3));

        assertThat(store.start(request, Intent.NONE)).isInstanceOf(Limited.class);
    }

    private void spend(StartRequest request) {
        Started started = started(request);
        for (int i = 1; i <= request.policy().maxAttempts(); i++) {
            assertThat(store.check(request.key(), wrong(started))).isInstanceOf(Incorrect.class);
        }
    }

    private void approve(StartRequest request) {
        assertThat(store.check(request.key(), started(request).code())).isInstanceOf(Approved.class);
    }

    private static VerificationKey binding(VerificationKey key, String binding) {
        return new VerificationKey(key.number(), key.purpose(), binding);
    }

    private StartResult start(VerificationKey key) {
        return store.start(request(key), Intent.NONE);
    }

    private static Limits limits(int sends, int wrongTries) {
        return new Limits(
                new Rate(sends, Duration.ofMinutes(10)), new Rate(wrongTries, Duration.ofHours(24)), null, null, null);
    }
}
