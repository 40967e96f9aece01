package dev.ziffer.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How a sandbox runs. It always listens on 127.0.0.1 and nowhere else, because it has no login.
 *
 * @param port the port to listen on; 0 for any free one
 * @param accounts the Twilio accounts it serves, one or more
 * @param pace how long a message stays in one status on its way to the next; zero for at once, which makes every
 *     message final as soon as it is answered
 * @param maxMessages how many messages are kept; the oldest is forgotten for the next
 * @param clock what time it is; statuses advance by it
 */
public record SandboxOptions(int port, List<SandboxAccount> accounts, Duration pace, int maxMessages, Clock clock) {

    /** Port 8081, the account of zeros, two seconds from sending to delivery, 5,000 messages. */
    public static final SandboxOptions DEFAULTS =
            new SandboxOptions(8081, List.of(SandboxAccount.DEFAULT), Duration.ofMillis(400), 5_000, Clock.systemUTC());

    /** Rejects what cannot run with {@link IllegalArgumentException}. */
    public SandboxOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is not between 0 and 65535");
        }
        if (pace.isNegative()) {
            throw new IllegalArgumentException("pace is negative");
        }
        if (maxMessages < 1) {
            throw new IllegalArgumentException("maxMessages is less than 1");
        }
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("accounts is empty");
        }
    }

    /** These options with another port. */
    public SandboxOptions withPort(int other) {
        return new SandboxOptions(other, accounts, pace, maxMessages, clock);
    }

    /** These options with other accounts. */
    public SandboxOptions withAccounts(List<SandboxAccount> others) {
        return new SandboxOptions(port, others, pace, maxMessages, clock);
    }

    /** These options with another pace. */
    public SandboxOptions withPace(Duration other) {
        return new SandboxOptions(port, accounts, other, maxMessages, clock);
    }

    /** These options with another bound on what is kept. */
    public SandboxOptions withMaxMessages(int other) {
        return new SandboxOptions(port, accounts, pace, other, clock);
    }

    /** These options with another clock. */
    public SandboxOptions withClock(Clock other) {
        return new SandboxOptions(port, accounts, pace, maxMessages, other);
    }
}
