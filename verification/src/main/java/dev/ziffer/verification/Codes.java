package dev.ziffer.verification;

import dev.ziffer.verification.VerificationKeys.CodeKey;
import java.nio.ByteBuffer;

/** The digits that prove a number: how they are made, kept and read. */
public final class Codes {

    private static final int LONGEST_TYPED = 64;

    private Codes() {}

    /**
     * The code of a verification: always the same for the same key, id and length, so that it need not be stored.
     *
     * <p>Every code of the length is equally likely: a value of the function that would favour the lower ones is passed
     * over for the next.
     *
     * @param length digits; 4 to 10
     */
    public static String derive(CodeKey key, String verificationId, int length) {
        long codes = power(length);
        long fair = Long.MAX_VALUE - Long.MAX_VALUE % codes;
        for (int block = 0; ; block++) {
            byte[] input = KeyedHash.encode("code", verificationId, String.valueOf(length), String.valueOf(block));
            ByteBuffer values = ByteBuffer.wrap(key.prf().compute(input));
            while (values.remaining() >= Long.BYTES) {
                long value = values.getLong() & Long.MAX_VALUE;
                if (value < fair) {
                    String digits = String.valueOf(value % codes);
                    return "0".repeat(length - digits.length()) + digits;
                }
            }
        }
    }

    /**
     * What a store keeps to recognise a code: useless for another number, purpose or binding, and without the key.
     *
     * @param numberHash the keyed hash of the number
     * @param code as {@link #read} gives it; never stored itself
     */
    public static String mac(CodeKey key, String numberHash, VerificationKey verification, String code) {
        return KeyedHash.of(key.prf(), "mac", numberHash, verification.purpose(), verification.binding(), code);
    }

    /**
     * The ASCII digits of a code as a person typed it: white space, hyphens and invisible marks are left out, and decimal
     * digits of every script are digits.
     *
     * @return empty if anything else is in it, if it has no digits, or if it is longer than 64 characters: a text that no
     *     code equals
     */
    public static String read(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return "";
        }
        var digits = new StringBuilder();
        for (int c : typed.codePoints().toArray()) {
            if (Character.isDigit(c)) {
                digits.append((char) ('0' + Character.digit(c, 10)));
            } else if (!isSeparator(c)) {
                return "";
            }
        }
        return digits.toString();
    }

    private static boolean isSeparator(int c) {
        return switch (Character.getType(c)) {
            // FORMAT: the invisible marks of direction that come along with a copied code.
            case Character.DASH_PUNCTUATION, Character.FORMAT -> true;
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c);
        };
    }

    private static long power(int length) {
        long power = 1;
        for (int i = 0; i < length; i++) {
            power *= 10;
        }
        return power;
    }
}
