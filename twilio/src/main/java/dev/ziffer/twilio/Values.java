package dev.ziffer.twilio;

import java.util.regex.Pattern;

/** Refuses values that Twilio could not use, before it is asked. A value that passes can stand in a path as it is. */
final class Values {

    /** A phone number by E.164. */
    static final String E164 = "\\+[1-9][0-9]{5,14}";

    /** A name that messages can come from. */
    static final String ALPHA_SENDER = "(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}";

    private static final Pattern SID_DIGITS = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern NUMBER = Pattern.compile(E164);

    private Values() {}

    /** A SID that begins with this prefix of two letters. */
    static String sid(String prefix, String value) throws AccountException {
        if (!isSid(prefix, value)) {
            throw AccountException.invalid(
                    "A SID must be " + prefix + " followed by 32 hexadecimal digits. Copy it again, without spaces.",
                    "Eine SID muss hier aus " + prefix + " und 32 Hexadezimalziffern bestehen. Kopieren Sie sie erneut,"
                            + " ohne Leerzeichen.");
        }
        return value;
    }

    /** The SID of a message, which Twilio writes with either of two prefixes. */
    static String messageSid(String value) throws AccountException {
        return isMessageSid(value) ? value : sid("SM", value);
    }

    static boolean isMessageSid(String value) {
        return isSid("SM", value) || isSid("MM", value);
    }

    static boolean isSid(String prefix, String value) {
        return value.startsWith(prefix)
                && SID_DIGITS.matcher(value.substring(prefix.length())).matches();
    }

    /** A country by ISO 3166-1, in two capital letters. */
    static String country(String value) throws AccountException {
        if (!COUNTRY.matcher(value).matches()) {
            throw AccountException.invalid(
                    "A country must be given by its two capital letters, such as US.",
                    "Ein Land muss mit seinen zwei Großbuchstaben angegeben sein, etwa DE.");
        }
        return value;
    }

    /** A phone number by E.164. */
    static String number(String value) throws AccountException {
        if (!NUMBER.matcher(value).matches()) {
            throw AccountException.invalid(
                    "A phone number must be + and its digits with the country code, such as +14155550100.",
                    "Eine Telefonnummer muss aus + und ihren Ziffern mit Ländervorwahl bestehen, etwa +14155550100.");
        }
        return value;
    }
}
