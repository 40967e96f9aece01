package dev.ziffer.sandbox;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The SIDs of everything but messages: two letters for the kind and 32 hexadecimal digits. */
final class Sids {

    private Sids() {}

    static String random(String prefix) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return prefix + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }

    /** The SID of what an account has from the start: the account's own with other letters and other last four digits. */
    static String known(String prefix, String accountSid, int number) {
        String digits = String.valueOf(10_000 + number % 10_000).substring(1);
        return prefix + accountSid.substring(2, accountSid.length() - 4) + digits;
    }
}
