package dev.ziffer.verification.contract;

import dev.ziffer.verification.VerificationKeys;
import dev.ziffer.verification.Verifications;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Makes the store under test. Its data may hold what other tests have left. */
@FunctionalInterface
public interface Stores {

    /** A store with these keys, this clock and these ids. */
    Verifications store(VerificationKeys keys, Clock clock, RandomGenerator random);
}
