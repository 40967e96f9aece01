package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that an account has.
 *
 * @param sid {@code PN} and 32 hexadecimal digits
 * @param address which address its owner needed
 * @param pool the Messaging Service that it is in, if any
 */
record OwnedNumber(
        String sid,
        String number,
        String friendlyName,
        NumberType type,
        Capabilities capabilities,
        String address,
        Instant created,
        @Nullable Membership pool) {

    /** That a number is in a Messaging Service, and since when. */
    record Membership(String serviceSid, Instant since) {}

    boolean in(String serviceSid) {
        return pool != null && pool.serviceSid().equals(serviceSid);
    }

    OwnedNumber with(@Nullable Membership other) {
        return new OwnedNumber(sid, number, friendlyName, type, capabilities, address, created, other);
    }

    /** The code of its country; that of the United States for Twilio's test numbers, whose area code is nobody's. */
    String country() {
        return Countries.ofNumber(number).map(Country::iso).orElse("US");
    }

    Optional<Membership> membership() {
        return Optional.ofNullable(pool);
    }
}
