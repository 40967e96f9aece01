package dev.ziffer.acceptance.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must be found nowhere, and how to look for it. */
final class Secrets {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{10,}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=[0-9])[ ()./-]+(?=[0-9])");

    /** What a run of digits must not hold, and what it would be. */
    private final Map<String, String> digits = new HashMap<>();

    private final Map<String, String> texts = new HashMap<>();
    private final Set<Integer> lengths = new TreeSet<>();

    /** A code of ten digits, so that a find is no chance. */
    void code(String code) {
        number(code, "the code " + code);
    }

    /** A phone number: digits with a country code of this length. */
    void phone(String phone, int countryCodeLength) {
        // In every spelling, the number within its country is at the end.
        number(phone.substring(countryCodeLength), "the number " + phone);
        for (String spelled : new String[] {phone, "+" + phone}) {
            encoded(spelled, "the number " + phone);
            // There are so few numbers that each hash without a key can be looked up.
            text(HexFormat.of().formatHex(sha256(spelled)), "a hash of the number " + phone);
            text(Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(spelled)), "a hash of " + phone);
        }
    }

    /** Another secret. */
    void secret(String secret, String what) {
        text(secret, what);
        encoded(secret, what);
    }

    private void number(String number, String what) {
        digits.put(number, what);
        lengths.add(number.length());
    }

    private void encoded(String secret, String what) {
        byte[] bytes = secret.getBytes(US_ASCII);
        // Without the last characters, which depend on what follows.
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, bytes.length / 3 * 3));
        text(base64, what + " in Base64");
        text(HexFormat.of().formatHex(bytes), what + " in hexadecimal");
    }

    private void text(String text, String what) {
        texts.put(text, what);
    }

    /** What is found in a text, also where something stands between digits. */
    Set<String> in(String text) {
        Set<String> found = in(text.getBytes(ISO_8859_1));
        found.addAll(in(BETWEEN_DIGITS.matcher(text).replaceAll("").getBytes(ISO_8859_1)));
        return found;
    }

    /** What is found in a file. */
    Set<String> in(byte[] bytes) {
        Set<String> found = new LinkedHashSet<>();
        String all = new String(bytes, ISO_8859_1);
        texts.forEach((text, what) -> {
            if (all.contains(text)) {
                found.add(what);
            }
        });
        Matcher runs = DIGITS.matcher(all);
        while (runs.find()) {
            for (int length : lengths) {
                for (int start = runs.start(); start + length <= runs.end(); start++) {
                    String what = digits.get(all.substring(start, start + length));
                    if (what != null) {
                        found.add(what);
                    }
                }
            }
        }
        return found;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
