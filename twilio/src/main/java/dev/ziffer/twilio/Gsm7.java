package dev.ziffer.twilio;

/**
 * The alphabet that phones share: 127 characters of one septet, and 10 that take two.
 *
 * @see <a href="https://www.3gpp.org/dynareport/23038.htm">3GPP TS 23.038 §6.2.1</a>
 */
final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Each follows an escape character. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    private static final byte[] SEPTETS = new byte['€' + 1];

    static {
        BASIC.chars().forEach(character -> SEPTETS[character] = 1);
        EXTENSION.chars().forEach(character -> SEPTETS[character] = 2);
    }

    private Gsm7() {}

    /** How many septets a character takes: 1, 2, or 0 where the alphabet does not have it. */
    static int septets(char character) {
        return character < SEPTETS.length ? SEPTETS[character] : 0;
    }
}
