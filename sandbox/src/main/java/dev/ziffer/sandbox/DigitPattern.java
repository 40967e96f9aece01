package dev.ziffer.sandbox;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Parts of numbers as they are searched for: digits, {@code *} for any digit, letters for the keys they are on. */
final class DigitPattern {

    private static final Pattern FORM = Pattern.compile("\\+?[0-9a-zA-Z*]{2,16}");
    private static final String KEYS = "22233344455566677778889999";

    private DigitPattern() {}

    static boolean valid(String pattern) {
        return FORM.matcher(pattern).matches();
    }

    /** Whether a number has this part; what is not of the form is in none. */
    static Predicate<String> anywhere(String pattern) {
        if (!valid(pattern)) {
            return _ -> false;
        }
        StringBuilder regex = new StringBuilder();
        for (char character : pattern.toUpperCase(Locale.ROOT).toCharArray()) {
            switch (character) {
                case '*' -> regex.append("\\d");
                case '+' -> regex.append("\\+");
                default -> regex.append(Character.isDigit(character) ? character : KEYS.charAt(character - 'A'));
            }
        }
        return Pattern.compile(regex.toString()).asPredicate();
    }
}
