package dev.ziffer.verification.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.verification.CheckResult;
import dev.ziffer.verification.CheckResult.Approved;
import dev.ziffer.verification.CheckResult.Exhausted;
import dev.ziffer.verification.CheckResult.Incorrect;
import dev.ziffer.verification.CheckResult.NotFound;
import dev.ziffer.verification.Cooldown;
import dev.ziffer.verification.Intent;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.Rate;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult;
import dev.ziffer.verification.StartResult.Started;
import dev.ziffer.verification.VerificationKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** What holds however many callers race. */
public abstract class RacesContract extends StoreFixture {

    private static final int ROUNDS = 5;
    private static final int CHECKS = 200;
    private static final int STARTS = 50;

    private static final Policy TEN_ATTEMPTS = new Policy(6, Duration.ofMinutes(10), 10);

    protected RacesContract(Stores stores) {
        super(stores);
    }

    @RepeatedTest(ROUNDS)
    void comparesExactlyTheAttemptsAllowedOfManyWrongCodes() {
        VerificationKey key = someone();
        Started started = started(request(key, TEN_ATTEMPTS));

        List<CheckResult> results = race(CHECKS, i -> store.check(key, wrong(started)));

        assertThat(results)
                .filteredOn(Incorrect.class::isInstance)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 10).mapToObj(Incorrect::new).toList());
        assertThat(results).filteredOn(Exhausted.class::isInstance).hasSize(CHECKS - 10);
    }

    @RepeatedTest(ROUNDS)
    void approvesExactlyOneOfManyRightCodes() {
        VerificationKey key = someone();
        Started started = started(request(key, TEN_ATTEMPTS));

        List<CheckResult> results = race(CHECKS, i -> store.check(key, started.code()));

        assertThat(results).filteredOn(Approved.class::isInstance).containsExactly(new Approved(started.id()));
        assertThat(results).filteredOn(NotFound.class::isInstance).hasSize(CHECKS - 1);
    }

    @RepeatedTest(ROUNDS)
    void comparesNoMoreThanAllowedOfRightAndWrongCodes() {
        VerificationKey key = someone();
        Started started = started(request(key, TEN_ATTEMPTS));

        List<CheckResult> results = race(CHECKS, i -> store.check(key, i % 20 == 0 ? started.code() : wrong(started)));

        long approved = results.stream().filter(Approved.class::isInstance).count();
        long incorrect = results.stream().filter(Incorrect.class::isInstance).count();
        assertThat(approved).isLessThanOrEqualTo(1);
        assertThat(incorrect).isBetween(approved == 1 ? 0L : 10L, 10 - approved);
    }

    @RepeatedTest(ROUNDS)
    void sendsOneCodeNoMoreOftenThanAllowed() {
        VerificationKey key = someone();

        List<Started> started = startedOf(race(STARTS, i -> start(request(key))));

        assertThat(started).extracting(Started::sends).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(started)
                .extracting(Started::code)
                .containsOnly(started.getFirst().code());
        assertThat(started).filteredOn(Started::fresh).hasSize(1);
        assertThat(store.check(key, started.getFirst().code())).isInstanceOf(Approved.class);
    }

    @RepeatedTest(ROUNDS)
    void keepsSendsToANumberExactOverBindings() {
        VerificationKey key = someone();

        assertThat(startedOf(race(STARTS, i -> start(request(binding(key, i))))))
                .hasSize(10);
    }

    @RepeatedTest(ROUNDS)
    void keepsTheBudgetOfWrongTriesExact() {
        VerificationKey key = someone();
        var limits = new Limits(
                new Rate(1_000, Duration.ofMinutes(10)), new Rate(23, Duration.ofHours(24)), null, null, null);

        assertThat(startedOf(race(STARTS, i -> start(request(binding(key, i), limits)))))
                .hasSize(4);
    }

    @RepeatedTest(ROUNDS)
    void sendsOnceInACooldown() {
        VerificationKey key = someone();
        Limits limits = Limits.DEFAULT.withCooldown(Cooldown.PAGES);

        assertThat(startedOf(race(STARTS, i -> start(request(binding(key, i), limits)))))
                .hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void replacesAnOldCodeOnce() {
        VerificationKey key = someone();
        Started old = started(key);
        clock.move(Duration.ofMinutes(9));

        List<Started> started = startedOf(race(STARTS, i -> start(request(key))));

        assertThat(started)
                .hasSize(9)
                .extracting(Started::id)
                .containsOnly(started.getFirst().id());
        assertThat(started.getFirst().id()).isNotEqualTo(old.id());
        assertThat(started).filteredOn(Started::fresh).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void keepsTheInstallationsSendsExact() {
        Limits limits = Limits.DEFAULT.withInstallation(new Rate(70, Duration.ofMinutes(10)));
        IntFunction<StartResult> start = i -> start(new StartRequest(someone(), Policy.DEFAULT, limits));

        int atOnce = startedOf(race(2 * STARTS, start)).size();
        int after = startedOf(IntStream.range(0, 2 * STARTS).mapToObj(start).toList())
                .size();

        assertThat(atOnce + after).isEqualTo(70);
    }

    @RepeatedTest(ROUNDS)
    void givesBackOnceAndKeepsTheLimitsExact() {
        VerificationKey key = someone();
        Started first = started(key);

        List<StartResult> results = race(STARTS, i -> {
            if (i % 5 == 0) {
                store.giveBack(request(key), first);
            }
            return start(request(binding(key, i)));
        });
        int after = startedOf(IntStream.range(0, STARTS)
                        .mapToObj(i -> start(request(binding(key, STARTS + i))))
                        .toList())
                .size();

        assertThat(startedOf(results).size() + after).isEqualTo(10);
    }

    @RepeatedTest(ROUNDS)
    void startsAndChecksWhileOneDeletesWithoutFailing() {
        var deleting = new ReentrantLock();
        List<VerificationKey> keys =
                IntStream.range(0, 5).mapToObj(i -> someone()).toList();
        Limits limits = Limits.DEFAULT
                .withCooldown(new Cooldown("all", Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .withInstallation(new Rate(33, Duration.ofSeconds(2)));

        List<Object> results = race(4 * STARTS, i -> {
            clock.move(Duration.ofHours(i % 3));
            VerificationKey key = keys.get(i % keys.size());
            return switch (i % 4) {
                case 0 -> {
                    deleting.lock();
                    try {
                        yield store.deleteExpired(3);
                    } finally {
                        deleting.unlock();
                    }
                }
                case 1 -> store.check(key, "000000");
                default -> start(new StartRequest(binding(key, i % 2), Policy.DEFAULT, limits));
            };
        });

        assertThat(results).hasSize(4 * STARTS);
    }

    private StartResult start(StartRequest request) {
        return store.start(request, Intent.NONE);
    }

    private static VerificationKey binding(VerificationKey key, int number) {
        return new VerificationKey(key.number(), key.purpose(), "binding" + number);
    }

    private static List<Started> startedOf(List<StartResult> results) {
        return results.stream()
                .filter(Started.class::isInstance)
                .map(Started.class::cast)
                .toList();
    }

    /** Runs the action so many times at once and gives all results; whatever an action throws fails the test. */
    private static <T> List<T> race(int callers, IntFunction<T> action) {
        var go = new CountDownLatch(1);
        var results = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                int number = i;
                results.add(threads.submit(() -> {
                    go.await();
                    return action.apply(number);
                }));
            }
            go.countDown();
        }
        return results.stream().map(RacesContract::result).toList();
    }

    private static <T> T result(Future<T> done) {
        if (done.state() == Future.State.FAILED) {
            throw new AssertionError("an action failed", done.exceptionNow());
        }
        return done.resultNow();
    }
}
