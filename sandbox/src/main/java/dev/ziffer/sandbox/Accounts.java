package dev.ziffer.sandbox;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The accounts that the sandbox serves. */
final class Accounts {

    private final Map<String, Account> bySid = new LinkedHashMap<>();
    private final Account first;
    private final Events events;

    Accounts(SandboxOptions options, Events events) {
        Clock clock = options.clock();
        options.accounts().forEach(account -> bySid.put(account.sid(), new Account(account, clock)));
        this.first = bySid.values().iterator().next();
        this.events = events;
    }

    /** The one that the page shows. */
    Account first() {
        return first;
    }

    Optional<Account> find(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    Iterable<Account> all() {
        return bySid.values();
    }

    void set(Account account, AccountSettings settings) {
        account.set(settings);
        tell(account);
    }

    /** Makes an account what it was when the sandbox started. */
    void reset(Account account) {
        account.reset();
        tell(account);
    }

    private void tell(Account account) {
        if (account == first) {
            events.account(account);
        }
    }
}
