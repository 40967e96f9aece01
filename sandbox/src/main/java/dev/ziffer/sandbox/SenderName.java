package dev.ziffer.sandbox;

import java.util.regex.Pattern;

/** Names that messages can be sent from instead of a number. */
final class SenderName {

    private static final Pattern FORM = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}");

    private SenderName() {}

    /** Whether it has up to 11 letters, digits, spaces and {@code +&_-}, one of them a letter. */
    static boolean valid(String name) {
        return FORM.matcher(name).matches();
    }
}
