package dev.ziffer.server.messages;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;

/**
 * Makes the ids of messages: 26 characters of Crockford's base 32, the first ten the milliseconds
 * since 1970, the others 80 random bits, so that ids sort by time and cannot be guessed.
 */
final class MessageId {

    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_LENGTH = 10;
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private MessageId() {}

    /** A new id for a message intended at {@code time}. */
    static String at(Instant time) {
        char[] id = new char[LENGTH];
        writeTime(id, time);
        for (int i = TIME_LENGTH; i < LENGTH; i++) {
            id[i] = DIGITS[RANDOM.nextInt(DIGITS.length)];
        }
        return new String(id);
    }

    /** What every id made at {@code time} or later is not less than. */
    static String lowestAt(Instant time) {
        char[] id = new char[TIME_LENGTH];
        writeTime(id, time);
        return new String(id);
    }

    /** When what has this id was intended. */
    static Instant timeOf(String id) {
        long millis = 0;
        for (int i = 0; i < TIME_LENGTH; i++) {
            millis = millis << 5 | Arrays.binarySearch(DIGITS, id.charAt(i));
        }
        return Instant.ofEpochMilli(millis);
    }

    private static void writeTime(char[] id, Instant time) {
        long millis = time.toEpochMilli();
        for (int i = TIME_LENGTH - 1; i >= 0; i--) {
            id[i] = DIGITS[(int) (millis & 31)];
            millis >>>= 5;
        }
    }
}
