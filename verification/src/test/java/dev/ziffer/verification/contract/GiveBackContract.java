package dev.ziffer.verification.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.verification.CheckResult.Approved;
import dev.ziffer.verification.CheckResult.Incorrect;
import dev.ziffer.verification.CheckResult.NotFound;
import dev.ziffer.verification.Cooldown;
import dev.ziffer.verification.Intent;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.Rate;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult.Limit;
import dev.ziffer.verification.StartResult.Limited;
import dev.ziffer.verification.StartResult.Started;
import dev.ziffer.verification.VerificationKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is given back when a code was certainly not sent, and what is not. */
public abstract class GiveBackContract extends StoreFixture {

    private static final Limits TWO_SENDS =
            new Limits(new Rate(2, Duration.ofMinutes(10)), new Rate(5, Duration.ofHours(24)), null, null, null);

    protected GiveBackContract(Stores stores) {
        super(stores);
    }

    @Test
    void leavesNoTraceOfASingleStart() {
        VerificationKey key = someone();
        StartRequest request = request(key, TWO_SENDS.withCooldown(Cooldown.PAGES));
        for (int i = 0; i < 20; i++) {
            Started started = started(request);
            assertThat(started.fresh()).isTrue();
            store.giveBack(request, started);
            assertThat(store.check(key, started.code())).isEqualTo(new NotFound());
        }
        started(request);
        assertThat(store.start(request, Intent.NONE)).isEqualTo(new Limited(Limit.COOLDOWN, Duration.ofSeconds(30)));
    }

    @Test
    void keepsTheVerificationThatAnEarlierSendHasStarted() {
        VerificationKey key = someone();
        StartRequest request = request(key, TWO_SENDS);
        Started first = started(request);
        store.giveBack(request, started(request));
        Started third = started(request);

        assertThat(third.code()).isEqualTo(first.code());
        assertThat(store.start(request, Intent.NONE)).isInstanceOf(Limited.class);
        assertThat(store.check(key, first.code())).isEqualTo(new Approved(first.id()));
    }

    @Test
    void keepsTheVerificationThatALaterSendHasSent() {
        VerificationKey key = someone();
        StartRequest request = request(key, TWO_SENDS);
        Started first = started(request);
        Started second = started(request);
        store.giveBack(request, first);

        assertThat(store.check(key, second.code())).isEqualTo(new Approved(second.id()));
    }

    @Test
    void leavesNoTraceOfAStartAndAResendThatBothFailed() {
        VerificationKey key = someone();
        StartRequest request = request(key, TWO_SENDS);
        for (int i = 0; i < 20; i++) {
            Started first = started(request);
            Started second = started(request);
            store.giveBack(request, first);
            store.giveBack(request, second);

            assertThat(store.check(key, second.code())).isEqualTo(new NotFound());
        }
    }

    @Test
    void keepsTheWrongTriesOfAVerificationThatWasTried() {
        VerificationKey key = someone();
        StartRequest request = request(key, TWO_SENDS);
        Started started = started(request);
        assertThat(store.check(key, wrong(started))).isEqualTo(new Incorrect(4));
        store.giveBack(request, started);
        var other = new VerificationKey(key.number(), key.purpose(), "other");

        assertThat(store.start(request(other, TWO_SENDS), Intent.NONE))
                .isEqualTo(new Limited(Limit.WRONG_TRIES, Duration.ofHours(24).plusMinutes(10)));
    }

    @Test
    void givesBackOnlyOnce() {
        VerificationKey key = someone();
        StartRequest request = request(key, TWO_SENDS);
        Started first = started(request);
        started(request);
        store.giveBack(request, first);
        store.giveBack(request, first);
        started(request);

        assertThat(store.start(request, Intent.NONE)).isInstanceOf(Limited.class);
    }

    @Test
    void givesBackTheSendAndNotALaterOne() {
        StartRequest request = request(someone(), TWO_SENDS);
        Started first = started(request);
        clock.move(Duration.ofMinutes(1));
        started(request);
        store.giveBack(request, first);
        clock.move(Duration.ofMinutes(1));
        started(request);

        assertThat(store.start(request, Intent.NONE)).isEqualTo(new Limited(Limit.SENDS, Duration.ofMinutes(9)));
    }

    @Test
    void neverShortensTheCooldownOfALaterSend() {
        StartRequest request = request(someone(), Limits.DEFAULT.withCooldown(Cooldown.PAGES));
        Started first = started(request);
        clock.move(Duration.ofSeconds(30));
        started(request);
        store.giveBack(request, first);

        assertThat(store.start(request, Intent.NONE)).isEqualTo(new Limited(Limit.COOLDOWN, Duration.ofSeconds(60)));
    }

    @Test
    void makesTheNextWaitTheOneGivenBack() {
        StartRequest request = request(someone(), Limits.DEFAULT.withCooldown(Cooldown.PAGES));
        started(request);
        clock.move(Duration.ofSeconds(30));
        store.giveBack(request, started(request));
        started(request);

        assertThat(store.start(request, Intent.NONE)).isEqualTo(new Limited(Limit.COOLDOWN, Duration.ofSeconds(60)));
    }

    @Test
    void givesBackTheInstallationsSendWhicheverRowItCameFrom() {
        Limits limits = Limits.DEFAULT.withInstallation(new Rate(70, Duration.ofMinutes(10)));
        StartRequest last = request70(limits);
        for (int i = 1; i < 70; i++) {
            assertThat(store.start(request70(limits), Intent.NONE)).isInstanceOf(Started.class);
        }
        Started started = started(last);
        assertThat(store.start(request70(limits), Intent.NONE)).isInstanceOf(Limited.class);
        store.giveBack(last, started);

        assertThat(store.start(request70(limits), Intent.NONE)).isInstanceOf(Started.class);
        assertThat(store.start(request70(limits), Intent.NONE)).isInstanceOf(Limited.class);
    }

    private static StartRequest request70(Limits limits) {
        return new StartRequest(someone(), Policy.DEFAULT, limits);
    }
}
