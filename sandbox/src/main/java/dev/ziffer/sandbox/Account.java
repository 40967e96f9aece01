package dev.ziffer.sandbox;

import java.time.Clock;
import java.time.Instant;

/** An account with what belongs to it. Safe for use by many threads. */
final class Account {

    private final SandboxAccount identity;
    private final Clock clock;
    private volatile State state;

    /** All that can change about it, so that it can be put back at once. */
    private record State(AccountSettings settings, Senders senders, GeoPermissions permissions, Instant created) {}

    Account(SandboxAccount identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
        this.state = fresh();
    }

    private State fresh() {
        Instant now = clock.instant();
        return new State(AccountSettings.DEFAULTS, FreshAccount.senders(identity, now), new GeoPermissions(), now);
    }

    /** Makes it what it was when the sandbox started. */
    synchronized void reset() {
        state = fresh();
    }

    SandboxAccount identity() {
        return identity;
    }

    String sid() {
        return identity.sid();
    }

    Instant created() {
        return state.created;
    }

    AccountSettings settings() {
        return state.settings;
    }

    synchronized void set(AccountSettings settings) {
        state = new State(settings, state.senders, state.permissions, state.created);
    }

    Senders senders() {
        return state.senders;
    }

    GeoPermissions permissions() {
        return state.permissions;
    }
}
