package dev.ziffer.verification;

import java.time.Duration;
import java.util.Optional;

/** Limits by any subject, such as an address that starts verifications without being signed in. */
public interface Allowances {

    /**
     * Takes one permit, if the rate leaves one.
     *
     * @param name what is limited, such as {@code starts}; 1 to 64 printable ASCII characters
     * @param subject who is limited; stored as a keyed hash only
     * @param rate at most 1,000 permits
     * @return empty if the permit was taken, else how long until one is free; whole seconds, one or more
     * @throws StoreException if the store fails
     */
    Optional<Duration> take(String name, String subject, Rate rate);
}
