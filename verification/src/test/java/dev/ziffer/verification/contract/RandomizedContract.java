package dev.ziffer.verification.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.verification.Cooldown;
import dev.ziffer.verification.Intent;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.Rate;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult;
import dev.ziffer.verification.StartResult.Started;
import dev.ziffer.verification.VerificationKey;
import dev.ziffer.verification.Verifications;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Random calls and times, each answer compared with the {@link Model}'s. A failure names its seed; run it again with
 * {@code -Dziffer.seed=}.
 */
public abstract class RandomizedContract extends StoreFixture {

    private static final int STEPS = 400;

    private static final List<Duration> MOVES = List.of(
            Duration.ofSeconds(-3),
            Duration.ofMillis(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(29),
            Duration.ofSeconds(30),
            Duration.ofSeconds(31),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8),
            Duration.ofMinutes(10),
            Duration.ofMinutes(48),
            Duration.ofHours(24),
            Duration.ofDays(2));

    private static final List<Policy> POLICIES =
            List.of(Policy.DEFAULT, new Policy(4, Duration.ofMinutes(1), 1), new Policy(10, Duration.ofMinutes(60), 7));

    private final Model model = new Model();
    private final List<PhoneNumber> numbers = List.of(number(), number());
    private final List<Done> done = new ArrayList<>();

    private record Done(StartRequest request, Started started) {}

    protected RandomizedContract(Stores stores) {
        super(stores);
    }

    @RepeatedTest(6)
    void answersAsTheModelDoes() {
        long seed = Long.getLong("ziffer.seed", new SecureRandom().nextLong());
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            String where = "seed " + seed + ", step " + step;
            int dice = random.nextInt(100);
            if (dice < 40) {
                start(random, where);
            } else if (dice < 70) {
                check(random, where);
            } else if (dice < 80) {
                giveBack(random);
            } else if (dice < 96) {
                // Mostly short moves, so that limits fill.
                clock.move(MOVES.get(random.nextInt(1 + random.nextInt(MOVES.size()))));
            } else if (dice < 98) {
                keys.rotate();
                model.rotateKeys();
            } else {
                store.deleteExpired(1_000);
                model.deleteExpired(clock.instant(), Verifications.KEPT_AFTER_EXPIRY);
            }
        }
    }

    private void start(Random random, String where) {
        StartRequest request =
                new StartRequest(key(random), POLICIES.get(random.nextInt(POLICIES.size())), limits(random));
        var refusal = model.refusal(request, clock.instant());
        StartResult result = store.start(request, Intent.NONE);
        if (refusal.isPresent()) {
            assertThat(result).as(where).isEqualTo(refusal.get());
            return;
        }
        assertThat(result).as(where).isInstanceOf(Started.class);
        Started started = (Started) result;
        assertThat(started).as(where).isEqualTo(model.start(request, clock.instant(), started));
        done.add(new Done(request, started));
    }

    private void check(Random random, String where) {
        Done one = recent(random);
        VerificationKey key = one == null || random.nextInt(10) == 0
                ? key(random)
                : one.request().key();
        String code =
                one == null ? "123456" : random.nextInt(3) == 0 ? one.started().code() : wrong(one.started());

        assertThat(store.check(key, code)).as(where).isEqualTo(model.check(key, code, clock.instant()));
    }

    private void giveBack(Random random) {
        Done one = recent(random);
        if (one != null) {
            store.giveBack(one.request(), one.started());
            model.giveBack(one.request(), one.started(), clock.instant());
        }
    }

    private @Nullable Done recent(Random random) {
        return done.isEmpty() ? null : done.get(done.size() - 1 - random.nextInt(Math.min(4, done.size())));
    }

    private VerificationKey key(Random random) {
        return new VerificationKey(
                numbers.get(random.nextInt(numbers.size())),
                random.nextBoolean() ? "SignIn" : "Register",
                random.nextBoolean() ? "application" : "session");
    }

    private static Limits limits(Random random) {
        return new Limits(
                new Rate(4, Duration.ofMinutes(10)),
                new Rate(16, Duration.ofHours(24)),
                random.nextBoolean() ? Cooldown.PAGES : null,
                random.nextBoolean() ? new Rate(6, Duration.ofMinutes(10)) : null,
                random.nextInt(3) == 0 ? "device" : null);
    }
}
