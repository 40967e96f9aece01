package dev.ziffer.verification.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.verification.Intent;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.PhoneNumberException;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.StartResult;
import dev.ziffer.verification.StartResult.Started;
import dev.ziffer.verification.VerificationKey;
import dev.ziffer.verification.Verifications;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A store under test, its clock and keys, and numbers that nothing was sent to yet. */
abstract class StoreFixture {

    private static final AtomicInteger NUMBERS = new AtomicInteger(new SecureRandom().nextInt(10_000_000));

    final SettableClock clock = new SettableClock();
    final HmacKeys keys = new HmacKeys();
    final Verifications store;

    StoreFixture(Stores stores) {
        store = stores.store(keys, clock, new SecureRandom());
    }

    /** A key with a number of its own. */
    static VerificationKey someone() {
        return new VerificationKey(number(), "SignIn", "application");
    }

    static PhoneNumber number() {
        try {
            return PhoneNumber.parse("+4915%09d".formatted(NUMBERS.incrementAndGet()));
        } catch (PhoneNumberException e) {
            throw new IllegalStateException(e);
        }
    }

    static StartRequest request(VerificationKey key) {
        return new StartRequest(key, Policy.DEFAULT, Limits.DEFAULT.withInstallation(null));
    }

    static StartRequest request(VerificationKey key, Policy policy) {
        return new StartRequest(key, policy, Limits.DEFAULT.withInstallation(null));
    }

    static StartRequest request(VerificationKey key, Limits limits) {
        return new StartRequest(key, Policy.DEFAULT, limits.withInstallation(null));
    }

    Started started(StartRequest request) {
        StartResult result = store.start(request, Intent.NONE);
        assertThat(result).isInstanceOf(Started.class);
        return (Started) result;
    }

    Started started(VerificationKey key) {
        return started(request(key));
    }

    /** A code of the same length that differs in its last digit. */
    static String wrong(Started started) {
        String code = started.code();
        int last = code.length() - 1;
        return code.substring(0, last) + (char) ('0' + (code.charAt(last) - '0' + 1) % 10);
    }
}
