package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.Cooldown;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.Rate;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult.Limit;
import dev.ziffer.verification.StartResult.Started;
import java.util.List;

/** What a start takes of each of its limits. */
final class Reservation {

    private final StartRequest request;
    private final Started started;
    private final String numberHash;

    Reservation(StartRequest request, Started started, String numberHash) {
        this.request = request;
        this.started = started;
        this.numberHash = numberHash;
    }

    /** The number's permits, in the order in which every start locks their rows. */
    List<Take> takes() {
        return started.fresh() ? List.of(sends(), wrongTries()) : List.of(sends());
    }

    /** A permit of the whole installation, out of one of its rows; locked after the number's. */
    Take installation(Rate rate, Allowance row) {
        return take(row, 1, startedAt() + rate.window().toMillis());
    }

    Take sends() {
        Limits limits = request.limits();
        var allowance = new Allowance(
                numberHash,
                Names.of(Limit.SENDS),
                holder(request),
                limits.sends().permits());
        return take(allowance, 1, startedAt() + limits.sends().window().toMillis());
    }

    /** Taken until a window after the last moment a wrong code can be tried, not after the start. */
    Take wrongTries() {
        Limits limits = request.limits();
        var allowance = new Allowance(
                numberHash,
                Names.of(Limit.WRONG_TRIES),
                holder(request) + "/" + request.key().purpose(),
                limits.wrongTries().permits());
        long until = started.expiresAt().toEpochMilli()
                + limits.wrongTries().window().toMillis();
        return new Take(allowance, request.policy().maxAttempts(), until, ticket(started.id(), 1));
    }

    CooldownTable.Key cooldown(Cooldown cooldown) {
        return new CooldownTable.Key(numberHash, holder(request) + "/" + cooldown.kind());
    }

    /** Tells a verification's start or resend from every other. */
    static String ticket(String id, int sends) {
        String number = Integer.toString(sends % 10_000);
        return id.substring(0, 7) + "0".repeat(4 - number.length()) + number + "-";
    }

    String ticket() {
        return ticket(started.id(), started.sends());
    }

    /** Who shares the limits; empty: everybody who does not say. */
    static String holder(StartRequest request) {
        String holder = request.limits().holder();
        return holder == null ? "" : holder;
    }

    private Take take(Allowance allowance, int count, long until) {
        return new Take(allowance, count, until, ticket());
    }

    private long startedAt() {
        return started.startedAt().toEpochMilli();
    }
}
