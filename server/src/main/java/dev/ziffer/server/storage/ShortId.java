package dev.ziffer.server.storage;

import java.security.SecureRandom;

/** Makes the ids of what the API makes: 12 characters of {@code [0-9a-z]}, as Logto's are; 62 random bits. */
public final class ShortId {

    private static final char[] ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz".toCharArray();
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ShortId() {}

    /** A new id. */
    public static String random() {
        char[] id = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            id[i] = ALPHABET[RANDOM.nextInt(ALPHABET.length)];
        }
        return new String(id);
    }
}
