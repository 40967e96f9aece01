package dev.ziffer.verification;

import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.Set;

/**
 * A phone number that a code can be sent to, in its one international form.
 *
 * <p>It need only be <em>possible</em>: of a length its country uses. Whether it is in service is the carrier's to say,
 * and new ranges of numbers exist before tables know them.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-E.164">ITU-T E.164</a>
 */
public final class PhoneNumber {

    private final String digits;
    private final Phonenumber.PhoneNumber parts;

    PhoneNumber(String digits, Phonenumber.PhoneNumber parts) {
        this.digits = digits;
        this.parts = parts;
    }

    /**
     * Reads an international number as programs write it: ASCII digits, with or without {@code +} before them. Trunk
     * zeros after the calling code are left out where the country has them; Italy's zeros belong to the number.
     *
     * @throws PhoneNumberException if it is not one, or one that gets no codes
     */
    public static PhoneNumber parse(String text) throws PhoneNumberException {
        return PhoneNumberParser.international(text);
    }

    /**
     * Reads a number as people type it: spaces, hyphens, dots, slashes and parentheses between digits of any script;
     * national if it begins with neither {@code +} nor {@code 00}. Invisible marks of direction are ignored.
     *
     * @param region the country that a national number belongs to, ISO 3166-1 alpha-2 such as {@code DE}, in upper or
     *     lower case
     * @throws PhoneNumberException if it is not one, or one that gets no codes
     * @throws IllegalArgumentException if the region is none that has phone numbers
     */
    public static PhoneNumber parse(String text, String region) throws PhoneNumberException {
        return PhoneNumberParser.typed(text, region);
    }

    /** {@code +} and the digits. */
    public String e164() {
        return "+" + digits;
    }

    /** The digits alone, country calling code first; at most 15. */
    public String digits() {
        return digits;
    }

    /** The country or territory, ISO 3166-1 alpha-2 such as {@code DE}; empty for a range under {@code +1} that is
     * not known yet. */
    public Optional<String> region() {
        return PhoneNumberParser.region(parts);
    }

    /** The number grouped as its country groups it, its middle hidden: {@code +49 151• •••••78}. */
    public String masked() {
        return PhoneNumberParser.masked(parts);
    }

    /**
     * Every region that a number can have, as {@link #region} names it: ISO 3166-1 alpha-2 codes, and {@code XK} for
     * Kosovo, which has none there.
     */
    public static Set<String> regions() {
        return PhoneNumberParser.regions();
    }

    /**
     * The country calling code of a region, such as 49.
     *
     * @throws IllegalArgumentException if the region is none of {@link #regions}
     */
    public static int callingCode(String region) {
        return PhoneNumberParser.callingCode(region);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** {@link #masked()}. */
    @Override
    public String toString() {
        return masked();
    }
}
