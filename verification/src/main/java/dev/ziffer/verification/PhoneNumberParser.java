package dev.ziffer.verification;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.ziffer.verification.PhoneNumberException.Reason;

/** Reads phone numbers by libphonenumber's data and refuses those that get no codes. */
final class PhoneNumberParser {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumberParser() {}

    static PhoneNumber international(String text) throws PhoneNumberException {
        return accept(read(text.startsWith("+") ? text : "+" + text, "ZZ"));
    }

    static PhoneNumber typed(String text, String region) throws PhoneNumberException {
        return accept(read(text, region));
    }

    private static Phonenumber.PhoneNumber read(String text, String region) throws PhoneNumberException {
        try {
            return NUMBERS.parse(text, region);
        } catch (NumberParseException e) {
            throw new PhoneNumberException(Reason.NOT_A_NUMBER);
        }
    }

    private static PhoneNumber accept(Phonenumber.PhoneNumber number) {
        String digits = NUMBERS.format(number, PhoneNumberFormat.E164).substring(1);
        String region = NUMBERS.getRegionCodeForNumber(number);
        return new PhoneNumber(digits, region == null ? "" : region, "+••••");
    }
}
