package dev.ziffer.verification.contract;

import dev.ziffer.verification.CheckResult;
import dev.ziffer.verification.Cooldown;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.Rate;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult.Limit;
import dev.ziffer.verification.StartResult.Limited;
import dev.ziffer.verification.StartResult.Started;
import dev.ziffer.verification.VerificationKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a store should answer, in memory and one call at a time. */
final class Model {

    private enum Status {
        PENDING,
        SETTLED,
        SPENT
    }

    private static final class Verification {
        Status status = Status.PENDING;
        int attempts;
        int sends = 1;
        int returned;
        final Started first;
        final Policy policy;
        final String holder;
        final int generation;

        Verification(Started first, Policy policy, String holder, int generation) {
            this.first = first;
            this.policy = policy;
            this.holder = holder;
            this.generation = generation;
        }
    }

    private record Approval(VerificationKey key, String holder, String id, Instant at) {}

    private record Permit(Instant until, Started start) {}

    private record Wait(
            Instant since, Duration length, @Nullable Started start) {}

    private static final List<Object> INSTALLATION = List.of("installation");

    private final Map<VerificationKey, Verification> verifications = new HashMap<>();
    private final Map<VerificationKey, Approval> approvals = new HashMap<>();
    private final Map<List<Object>, List<Permit>> taken = new HashMap<>();
    private final Map<List<Object>, Wait> waits = new HashMap<>();
    private int generation;

    void rotateKeys() {
        generation++;
    }

    /** The limit that refuses the start, if one does. */
    Optional<Limited> refusal(StartRequest request, Instant now) {
        Limits limits = request.limits();
        Limit which = Limit.SENDS;
        Instant until = freeAt(sends(request), limits.sends().permits(), 1);
        if (fresh(request.key(), now)) {
            int attempts = request.policy().maxAttempts();
            if (freeAt(wrongTries(request), limits.wrongTries().permits(), attempts)
                    .isAfter(now)) {
                clearApproved(request);
            }
            Instant free = freeAt(wrongTries(request), limits.wrongTries().permits(), attempts);
            if (free.isAfter(until)) {
                which = Limit.WRONG_TRIES;
                until = free;
            }
        }
        if (limits.installation() != null) {
            Instant free = freeAt(INSTALLATION, limits.installation().permits(), 1);
            if (free.isAfter(until)) {
                which = Limit.INSTALLATION;
                until = free;
            }
        }
        Wait wait = limits.cooldown() == null ? null : waits.get(cooldown(request, limits.cooldown()));
        if (wait != null && wait.since().plus(wait.length()).isAfter(until)) {
            which = Limit.COOLDOWN;
            until = wait.since().plus(wait.length());
        }
        if (!until.isAfter(now)) {
            return Optional.empty();
        }
        long millis = Duration.between(now, until).toMillis();
        return Optional.of(new Limited(which, Duration.ofSeconds(Math.max(1, Math.ceilDiv(millis, 1_000L)))));
    }

    /** What a start that no limit refuses should have given, if the store gave this. */
    Started start(StartRequest request, Instant now, Started given) {
        Limits limits = request.limits();
        Verification held = verifications.get(request.key());
        Started expected;
        if (held == null || fresh(request.key(), now)) {
            Instant expiresAt = now.plus(request.policy().lifetime());
            expected = new Started(given.id(), given.code(), now, expiresAt, 1, true);
            Approval approval = approvals.get(request.key());
            if (approval != null && !approval.holder().equals(holder(request))) {
                approvals.remove(request.key());
            }
            verifications.put(request.key(), new Verification(expected, request.policy(), holder(request), generation));
            Instant until = expiresAt.plus(limits.wrongTries().window());
            take(wrongTries(request), limits.wrongTries(), request.policy().maxAttempts(), until, expected);
        } else {
            held.sends++;
            Started first = held.first;
            expected = new Started(first.id(), first.code(), now, first.expiresAt(), held.sends, false);
        }
        take(sends(request), limits.sends(), 1, now.plus(limits.sends().window()), expected);
        if (limits.installation() != null) {
            take(
                    INSTALLATION,
                    limits.installation(),
                    1,
                    now.plus(limits.installation().window()),
                    expected);
        }
        Cooldown cooldown = limits.cooldown();
        if (cooldown != null) {
            waits.compute(
                    cooldown(request, cooldown), (key, wait) -> new Wait(now, nextWait(wait, cooldown, now), expected));
        }
        return expected;
    }

    CheckResult check(VerificationKey key, String code, Instant now) {
        Verification held = verifications.get(key);
        if (held == null || held.status == Status.SETTLED) {
            return new CheckResult.NotFound();
        }
        if (held.status == Status.SPENT) {
            return new CheckResult.Exhausted();
        }
        if (!held.first.expiresAt().isAfter(now)) {
            return new CheckResult.Expired();
        }
        held.attempts++;
        if (code.equals(held.first.code()) && generation - held.generation <= 1) {
            held.status = Status.SETTLED;
            approvals.put(key, new Approval(key, held.holder, held.first.id(), now));
            return new CheckResult.Approved(held.first.id());
        }
        if (held.attempts == held.policy.maxAttempts()) {
            held.status = Status.SPENT;
        }
        return new CheckResult.Incorrect(held.policy.maxAttempts() - held.attempts);
    }

    void giveBack(StartRequest request, Started start, Instant now) {
        if (!start.startedAt().plus(request.limits().sends().window()).isAfter(now)) {
            return;
        }
        if (!permits(sends(request)).removeIf(permit -> permit.start().equals(start))) {
            return;
        }
        Verification held = verifications.get(request.key());
        if (held != null && held.first.id().equals(start.id()) && held.status == Status.PENDING) {
            held.returned++;
            if (held.returned >= held.sends && held.attempts == 0) {
                held.status = Status.SETTLED;
                permits(wrongTries(request))
                        .removeIf(permit -> permit.start().id().equals(start.id()));
            }
        }
        permits(INSTALLATION).removeIf(permit -> permit.start().equals(start));
        Cooldown cooldown = request.limits().cooldown();
        if (cooldown != null) {
            waits.computeIfPresent(
                    cooldown(request, cooldown), (key, wait) -> start.equals(wait.start()) ? undone(wait) : wait);
        }
    }

    void deleteExpired(Instant now, Duration keptAfterExpiry) {
        verifications
                .values()
                .removeIf(held -> !held.first.expiresAt().plus(keptAfterExpiry).isAfter(now));
        approvals.keySet().retainAll(verifications.keySet());
    }

    private void clearApproved(StartRequest request) {
        Duration window = request.limits().wrongTries().window();
        for (Approval approval : approvals.values()) {
            if (approval.key().number().equals(request.key().number())
                    && approval.key().purpose().equals(request.key().purpose())
                    && approval.holder().equals(holder(request))) {
                permits(wrongTries(request))
                        .removeIf(permit -> permit.start().id().equals(approval.id())
                                || !permit.until().isAfter(approval.at().plus(window)));
            }
        }
    }

    private boolean fresh(VerificationKey key, Instant now) {
        Verification held = verifications.get(key);
        if (held == null || held.status != Status.PENDING || generation - held.generation > 1) {
            return true;
        }
        Duration left = Duration.between(now, held.first.expiresAt());
        return left.multipliedBy(5).compareTo(held.policy.lifetime()) < 0;
    }

    private static Duration nextWait(@Nullable Wait wait, Cooldown cooldown, Instant now) {
        if (wait == null
                || !wait.since().plus(wait.length()).plus(cooldown.longest()).isAfter(now)) {
            return cooldown.first();
        }
        Duration twice = wait.length().multipliedBy(2);
        return twice.compareTo(cooldown.longest()) < 0 ? twice : cooldown.longest();
    }

    private static Wait undone(Wait wait) {
        return new Wait(wait.since().minus(wait.length()), wait.length().dividedBy(2), null);
    }

    private Instant freeAt(List<Object> allowance, int permits, int count) {
        List<Permit> newestFirst = permits(allowance);
        int place = permits - count;
        return place < newestFirst.size() ? newestFirst.get(place).until() : Instant.EPOCH;
    }

    /** Those that the new ones displace were free when these were taken, so they never count again. */
    private void take(List<Object> allowance, Rate rate, int count, Instant until, Started start) {
        List<Permit> newestFirst = permits(allowance);
        boolean behind =
                !newestFirst.isEmpty() && newestFirst.getFirst().until().isAfter(until);
        Permit permit = new Permit(behind ? newestFirst.getFirst().until() : until, start);
        for (int i = 0; i < count; i++) {
            newestFirst.addFirst(permit);
        }
        while (newestFirst.size() > rate.permits()) {
            newestFirst.removeLast();
        }
    }

    private List<Permit> permits(List<Object> allowance) {
        return taken.computeIfAbsent(allowance, key -> new ArrayList<>());
    }

    private static List<Object> sends(StartRequest request) {
        return List.of("sends", request.key().number(), holder(request));
    }

    private static List<Object> wrongTries(StartRequest request) {
        return List.of("wrong tries", request.key().number(), request.key().purpose(), holder(request));
    }

    private static List<Object> cooldown(StartRequest request, Cooldown cooldown) {
        return List.of(cooldown.kind(), request.key().number(), holder(request));
    }

    private static String holder(StartRequest request) {
        String holder = request.limits().holder();
        return holder == null ? "" : holder;
    }
}
