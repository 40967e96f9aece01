package dev.ziffer.server.connectors;

import java.security.SecureRandom;

/** Makes the ids of connectors: 12 characters of {@code [0-9a-z]}, as Logto's are. */
final class ConnectorId {

    private static final char[] ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz".toCharArray();
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ConnectorId() {}

    static String random() {
        char[] id = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            id[i] = ALPHABET[RANDOM.nextInt(ALPHABET.length)];
        }
        return new String(id);
    }
}
