package dev.ziffer.verification;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.ziffer.verification.PhoneNumberException.Reason;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads phone numbers by libphonenumber's data and refuses those that get no codes. */
final class PhoneNumberParser {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<String> REGIONS = Set.copyOf(NUMBERS.getSupportedRegions());

    /** E.164 has no longer number, though some countries' plans do. */
    private static final int MOST_DIGITS = 15;

    /** Room for separators and trunk zeros; longer texts are not looked at. */
    private static final int LONGEST_TEXT = 64;

    private static final String NO_REGION = "ZZ";

    private static final int NORTH_AMERICA = 1;

    private static final Set<PhoneNumberType> REFUSED_KINDS = EnumSet.of(
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.UAN,
            PhoneNumberType.PAGER,
            PhoneNumberType.VOICEMAIL);

    /** Freephone, shared cost, relief organisations and premium rate, of no country. */
    private static final Set<Integer> REFUSED_SERVICES = Set.of(800, 808, 888, 979);

    /** Satellite phones and networks of no country. */
    private static final Set<Integer> REFUSED_NETWORKS = Set.of(870, 878, 881, 882, 883);

    private PhoneNumberParser() {}

    static PhoneNumber international(String text) throws PhoneNumberException {
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (digits.isEmpty()
                || digits.length() > LONGEST_TEXT
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new PhoneNumberException(Reason.NOT_A_NUMBER);
        }
        return accept(canonical("+" + digits, NO_REGION));
    }

    static PhoneNumber typed(String text, String region) throws PhoneNumberException {
        String country = region.toUpperCase(Locale.ROOT);
        if (!NUMBERS.getSupportedRegions().contains(country)) {
            throw new IllegalArgumentException("the region is no country code of ISO 3166-1 that has phone numbers");
        }
        String dialled = dialled(text);
        return dialled.startsWith("00")
                ? accept(canonical("+" + dialled.substring(2), NO_REGION))
                : accept(canonical(dialled, country));
    }

    /** ASCII digits, after a plus sign if one was typed first. */
    private static String dialled(String text) throws PhoneNumberException {
        if (text.length() > LONGEST_TEXT) {
            throw new PhoneNumberException(Reason.NOT_A_NUMBER);
        }
        var dialled = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            if (Character.isDigit(c)) {
                dialled.append((char) ('0' + Character.digit(c, 10)));
            } else if ((c == '+' || c == '\uFF0B') && dialled.isEmpty()) {
                dialled.append('+');
            } else if (!isSeparator(c)) {
                throw new PhoneNumberException(Reason.NOT_A_NUMBER);
            }
        }
        return dialled.toString();
    }

    private static boolean isSeparator(int c) {
        return switch (Character.getType(c)) {
            // FORMAT: the invisible marks of direction that address books put around a copied number.
            case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION, Character.FORMAT -> true;
            default -> c == '(' || c == ')' || c == '.' || c == '/' || c == '\t';
        };
    }

    /**
     * The number as it is read from its own canonical form. A trunk zero typed twice would else be left once, and one
     * phone would have two numbers.
     */
    private static Phonenumber.PhoneNumber canonical(String text, String region) throws PhoneNumberException {
        Phonenumber.PhoneNumber number = read(text, region);
        while (!e164(number).equals(text)) {
            Phonenumber.PhoneNumber again = read(e164(number), NO_REGION);
            if (e164(again).length() >= e164(number).length()) {
                return again;
            }
            number = again;
        }
        return number;
    }

    private static Phonenumber.PhoneNumber read(String text, String region) throws PhoneNumberException {
        try {
            return NUMBERS.parse(text, region);
        } catch (NumberParseException e) {
            throw new PhoneNumberException(
                    switch (e.getErrorType()) {
                        case INVALID_COUNTRY_CODE -> Reason.UNKNOWN_CALLING_CODE;
                        case NOT_A_NUMBER -> Reason.NOT_A_NUMBER;
                        case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Reason.TOO_SHORT;
                        case TOO_LONG -> Reason.TOO_LONG;
                    });
        }
    }

    private static PhoneNumber accept(Phonenumber.PhoneNumber number) throws PhoneNumberException {
        if (REFUSED_NETWORKS.contains(number.getCountryCode())) {
            throw new PhoneNumberException(Reason.NETWORK_NOT_ALLOWED);
        }
        if (REFUSED_SERVICES.contains(number.getCountryCode())) {
            throw new PhoneNumberException(Reason.KIND_NOT_ALLOWED);
        }
        switch (NUMBERS.isPossibleNumberWithReason(number)) {
            case IS_POSSIBLE -> {}
            case INVALID_COUNTRY_CODE -> throw new PhoneNumberException(Reason.UNKNOWN_CALLING_CODE);
            case TOO_SHORT -> throw new PhoneNumberException(Reason.TOO_SHORT);
            case TOO_LONG -> throw new PhoneNumberException(Reason.TOO_LONG);
            case IS_POSSIBLE_LOCAL_ONLY, INVALID_LENGTH -> throw new PhoneNumberException(Reason.WRONG_LENGTH);
        }
        String digits = e164(number).substring(1);
        if (digits.length() > MOST_DIGITS) {
            throw new PhoneNumberException(Reason.TOO_LONG);
        }
        if (REFUSED_KINDS.contains(NUMBERS.getNumberType(number))) {
            throw new PhoneNumberException(Reason.KIND_NOT_ALLOWED);
        }
        return new PhoneNumber(digits, number);
    }

    private static String e164(Phonenumber.PhoneNumber number) {
        return NUMBERS.format(number, PhoneNumberFormat.E164);
    }

    /** Of a range that is too new to be known, the calling code's main country; under +1 there are too many. */
    static Optional<String> region(Phonenumber.PhoneNumber number) {
        String known = NUMBERS.getRegionCodeForNumber(number);
        if (known != null) {
            return Optional.of(known);
        }
        int callingCode = number.getCountryCode();
        return callingCode == NORTH_AMERICA
                ? Optional.empty()
                : Optional.of(NUMBERS.getRegionCodeForCountryCode(callingCode));
    }

    static Set<String> regions() {
        return REGIONS;
    }

    static int callingCode(String region) {
        int callingCode = NUMBERS.getCountryCodeForRegion(region);
        if (callingCode == 0) {
            throw new IllegalArgumentException("the region is no country code of ISO 3166-1 that has phone numbers");
        }
        return callingCode;
    }

    /** Shows the calling code, at most three digits after it and the last two; hides five at least if there are. */
    static String masked(Phonenumber.PhoneNumber number) {
        String callingCode = "+" + number.getCountryCode();
        String rest = NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL).substring(callingCode.length());
        int digits = (int) rest.chars().filter(Character::isDigit).count();
        int last = digits - 2;
        int first = Math.clamp(last - 5, 0, 3);
        var masked = new StringBuilder(callingCode);
        int seen = 0;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            boolean hidden = Character.isDigit(c) && seen >= first && seen < last;
            masked.append(hidden ? '•' : c);
            seen += Character.isDigit(c) ? 1 : 0;
        }
        return masked.toString();
    }
}
