package dev.ziffer.verification.jdbc;

import dev.ziffer.verification.Codes;
import dev.ziffer.verification.Cooldown;
import dev.ziffer.verification.Intent;
import dev.ziffer.verification.Rate;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult;
import dev.ziffer.verification.StartResult.Limit;
import dev.ziffer.verification.StartResult.Limited;
import dev.ziffer.verification.StartResult.Started;
import dev.ziffer.verification.VerificationKeys.CodeKey;
import dev.ziffer.verification.jdbc.VerificationTable.Approval;
import dev.ziffer.verification.jdbc.VerificationTable.Candidate;
import dev.ziffer.verification.jdbc.VerificationTable.Resent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A start: verification, limits, cooldown and intent in one transaction. */
final class Start {

    /** How often a start that was refused by a row of the installation's limit looks for one with room. */
    private static final int TRIES = 4;

    private final StartRequest request;
    private final VerificationTable.Key key;
    private final CodeKeys keys;
    private final String id;
    private final Instant now;
    private @Nullable Allowance installationRow;

    Start(StartRequest request, VerificationTable.Key key, CodeKeys keys, String id, Instant now) {
        this.request = request;
        this.key = key;
        this.keys = keys;
        this.id = id;
        this.now = now;
        Rate installation = request.limits().installation();
        this.installationRow = installation == null ? null : new Installation(installation).of(key.numberHash());
    }

    /** Commits if nothing refuses. */
    StartResult run(Connection connection, Intent intent) throws SQLException {
        for (int tries = 1; ; tries++) {
            Started started = begin(connection);
            Reservation reservation = new Reservation(request, started, key.numberHash());
            List<Take> takes = takes(reservation);
            if (reserve(connection, reservation, takes)) {
                intent.record(connection, started);
                connection.commit();
                return started;
            }
            connection.rollback();
            if (tries == 1 && started.fresh() && clearApproved(connection, reservation.wrongTries())) {
                continue;
            }
            Refusal refusal = refusal(connection, reservation, takes);
            // The next try must not begin in a transaction that has read: what it writes may have changed since.
            connection.rollback();
            if (!refusal.over(now) || tries == TRIES) {
                return refusal.limited(now);
            }
        }
    }

    private Started begin(Connection connection) throws SQLException {
        CodeKey primary = keys.primary();
        int length = request.policy().codeLength();
        String code = Codes.derive(primary, id, length);
        Instant expiresAt = now.plus(request.policy().lifetime());
        var candidate = new Candidate(
                id,
                primary.name(),
                Codes.mac(primary, key.numberHash(), request.key(), code),
                length,
                request.policy().maxAttempts(),
                Reservation.holder(request),
                now.toEpochMilli(),
                expiresAt.toEpochMilli());
        if (VerificationTable.begin(connection, key, candidate, keys.previous().name())) {
            return new Started(id, code, now, expiresAt, 1, true);
        }
        Resent resent = VerificationTable.resend(connection, key);
        String same = Codes.derive(keys.named(resent.codeKey()), resent.id(), resent.codeLength());
        return new Started(resent.id(), same, now, Instant.ofEpochMilli(resent.expiresAt()), resent.sends(), false);
    }

    private List<Take> takes(Reservation reservation) {
        var takes = new ArrayList<>(reservation.takes());
        Rate installation = request.limits().installation();
        if (installation != null && installationRow != null) {
            takes.add(reservation.installation(installation, installationRow));
        }
        return takes;
    }

    private boolean reserve(Connection connection, Reservation reservation, List<Take> takes) throws SQLException {
        if (AllowanceTable.take(connection, takes, now.toEpochMilli()).size() < takes.size()) {
            return false;
        }
        Cooldown cooldown = request.limits().cooldown();
        return cooldown == null
                || CooldownTable.begin(
                        connection, reservation.cooldown(cooldown), cooldown, now.toEpochMilli(), reservation.ticket());
    }

    /**
     * Gives back wrong tries that an approval has cleared: its own, and those of verifications that had expired by then.
     * One that was live at the approval can still be tried, and keeps them. Done when a start is refused for want of
     * them, so that no check has to.
     *
     * @return whether some were given back, and another try may succeed
     */
    private boolean clearApproved(Connection connection, Take wrongTries) throws SQLException {
        Allowance allowance = wrongTries.allowance();
        Taken before = AllowanceTable.find(connection, allowance);
        Taken after = before;
        if (before.freeAt(allowance.permits(), wrongTries.count()) > now.toEpochMilli()) {
            long window = request.limits().wrongTries().window().toMillis();
            for (Approval approval : VerificationTable.approvals(connection, key, Reservation.holder(request))) {
                after = after.after(approval.at() + window).without(Reservation.ticket(approval.id(), 1));
            }
        }
        connection.rollback();
        if (after.equals(before)) {
            return false;
        }
        AllowanceTable.exchange(connection, allowance, before, after);
        connection.commit();
        return true;
    }

    /** Finds the limit that makes the start wait longest, and the installation's row with most room. */
    private Refusal refusal(Connection connection, Reservation reservation, List<Take> takes) throws SQLException {
        var refusals = new ArrayList<Refusal>();
        for (Take take : takes) {
            Allowance allowance = take.allowance();
            refusals.add(new Refusal(
                    Names.limit(allowance.name()),
                    AllowanceTable.find(connection, allowance).freeAt(allowance.permits(), take.count())));
        }
        Rate installation = request.limits().installation();
        if (installation != null && refusals.getLast().freeAt() > now.toEpochMilli()) {
            Installation.Room most = new Installation(installation).most(connection, now.toEpochMilli());
            refusals.set(refusals.size() - 1, new Refusal(Limit.INSTALLATION, most.freeAt()));
            installationRow = most.allowance();
        }
        Cooldown cooldown = request.limits().cooldown();
        if (cooldown != null) {
            refusals.add(new Refusal(Limit.COOLDOWN, CooldownTable.endsAt(connection, reservation.cooldown(cooldown))));
        }
        return Collections.max(refusals, Comparator.comparingLong(Refusal::freeAt));
    }

    /** A limit that refuses until then, in milliseconds. */
    private record Refusal(Limit limit, long freeAt) {

        boolean over(Instant now) {
            return freeAt <= now.toEpochMilli();
        }

        Limited limited(Instant now) {
            return new Limited(limit, Waits.between(now.toEpochMilli(), freeAt));
        }
    }
}
