package dev.ziffer.twilio;

import java.util.OptionalInt;

/**
 * How many SMS a text takes. Each is charged.
 *
 * @param encoding what the text is sent in
 * @param segments how many SMS; 0 for an empty text
 * @param characters how many characters the text has, as people count them on a keyboard (Unicode code points)
 * @param units how many units of the encoding the text takes: septets of GSM-7, 16-bit units of UCS-2
 * @param offender the first character (code point) that GSM-7 does not have; empty for a text in GSM-7
 * @see <a href="https://www.twilio.com/docs/glossary/what-sms-character-limit">Twilio, SMS character limit</a>
 */
public record Segments(Encoding encoding, int segments, int characters, int units, OptionalInt offender) {

    /** What a text is sent in: one character outside GSM-7 turns the whole text into UCS-2. */
    public enum Encoding {
        /** Seven bits per character; 160 in one SMS, 153 in each of several. */
        GSM_7("GSM-7", 160, 153),
        /** Sixteen bits per unit; 70 in one SMS, 67 in each of several. */
        UCS_2("UCS-2", 70, 67);

        private final String label;
        private final int alone;
        private final int joined;

        Encoding(String label, int alone, int joined) {
            this.label = label;
            this.alone = alone;
            this.joined = joined;
        }

        /** The name as people write it, such as {@code GSM-7}. */
        public String label() {
            return label;
        }

        /** How many units fit into a message of one SMS. */
        public int alone() {
            return alone;
        }

        /** How many units fit into each SMS of a message of several, beside the header that joins them. */
        public int joined() {
            return joined;
        }
    }

    /** Counts a text. */
    public static Segments of(String text) {
        int characters = text.codePointCount(0, text.length());
        OptionalInt offender = offender(text);
        Encoding encoding = offender.isEmpty() ? Encoding.GSM_7 : Encoding.UCS_2;
        int units = 0;
        int segments = 0;
        int room = 0;
        for (int at = 0; at < text.length(); ) {
            int wide = Character.charCount(text.codePointAt(at));
            int size = encoding == Encoding.GSM_7 ? Gsm7.septets(text.charAt(at)) : wide;
            if (size
                    > room) { // nothing is split: not an escape from its character, not a surrogate from its other half
                segments++;
                room = encoding.joined();
            }
            room -= size;
            units += size;
            at += wide;
        }
        return new Segments(
                encoding, units <= encoding.alone() ? Math.min(segments, 1) : segments, characters, units, offender);
    }

    private static OptionalInt offender(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Gsm7.septets(text.charAt(at)) == 0) {
                return OptionalInt.of(text.codePointAt(at));
            }
        }
        return OptionalInt.empty();
    }
}
