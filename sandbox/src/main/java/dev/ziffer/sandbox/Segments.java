package dev.ziffer.sandbox;

/**
 * Counts the segments of an SMS: one up to 160 septets of GSM-7 or 70 UCS-2 units, else as many as it takes with 153 or
 * 67 in each.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_ts/123000_123099/123038/">3GPP TS 23.038 §6.2.1</a>
 */
final class Segments {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private Segments() {}

    static int count(String body) {
        boolean gsm7 = body.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
        return gsm7 ? count(body, 160, 153, true) : count(body, 70, 67, false);
    }

    /** A character of two units, an extension or a surrogate pair, is never split between segments. */
    private static int count(String body, int single, int each, boolean gsm7) {
        int total = 0;
        int segments = 1;
        int used = 0;
        for (int i = 0; i < body.length(); ) {
            int character = body.codePointAt(i);
            int units = gsm7 ? (EXTENSION.indexOf(character) >= 0 ? 2 : 1) : Character.charCount(character);
            if (used + units > each) {
                segments++;
                used = 0;
            }
            used += units;
            total += units;
            i += Character.charCount(character);
        }
        return total <= single ? 1 : segments;
    }
}
