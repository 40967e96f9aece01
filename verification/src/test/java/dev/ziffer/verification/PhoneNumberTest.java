package dev.ziffer.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ziffer.verification.PhoneNumberException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+4915112345678, +4915112345678",
        "4915112345678, +4915112345678",
        "49015112345678, +4915112345678",
        "490015112345678, +4915112345678",
        "393123456789, +393123456789",
        "390612345678, +390612345678",
        "14155552671, +14155552671",
        "15005550006, +15005550006",
        "447911123456, +447911123456",
        "5491123456789, +5491123456789",
        "541115 23456789, +5491123456789",
    })
    void hasOneInternationalForm(String written, String e164) throws PhoneNumberException {
        assertThat(PhoneNumber.parse(written.replace(" ", "")).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0151 12345678",
                "(0151) 123-456-78",
                "0151/12345678",
                "+49 (0) 151 12345678",
                "0049 151 12345678",
                "\u202A+49 151 12345678\u202C",
                "\uFF0B\uFF14\uFF19 151 12345678",
                "\u0660\u0661\u0665\u0661 12345678",
            })
    void readsWhatPeopleType(String typed) throws PhoneNumberException {
        assertThat(PhoneNumber.parse(typed, "DE").e164()).isEqualTo("+4915112345678");
    }

    @ParameterizedTest
    @CsvSource({
        "+141555, TOO_SHORT",
        "+4915, WRONG_LENGTH",
        "491511234567890123, TOO_LONG",
        "+49123456789012345, TOO_LONG",
        "+15551234, WRONG_LENGTH",
        "+999123456789, UNKNOWN_CALLING_CODE",
        "004915112345678, UNKNOWN_CALLING_CODE",
        "+18005551234, KIND_NOT_ALLOWED",
        "+499001234567, KIND_NOT_ALLOWED",
        "+979123456789, KIND_NOT_ALLOWED",
        "+881612345678, NETWORK_NOT_ALLOWED",
        "+870773123456, NETWORK_NOT_ALLOWED",
        "+1 4155552671, NOT_A_NUMBER",
        "++4915112345678, NOT_A_NUMBER",
        "+4915112345678x12, NOT_A_NUMBER",
        "'', NOT_A_NUMBER",
        "+, NOT_A_NUMBER",
        "tel, NOT_A_NUMBER",
        "\u0664\u0669\u0661\u0665\u0661\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668, NOT_A_NUMBER",
    })
    void saysWhyItRefuses(String written, Reason reason) {
        assertThatExceptionOfType(PhoneNumberException.class)
                .isThrownBy(() -> PhoneNumber.parse(written))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "de", "De"})
    void knowsARegionInUpperAndLowerCase(String region) throws PhoneNumberException {
        assertThat(PhoneNumber.parse("0151 12345678", region).e164()).isEqualTo("+4915112345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ZZ", "XX", "DEU", "Germany", "49", "001", " DE"})
    void doesNotGuessARegion(String region) {
        for (String typed : new String[] {"0151 12345678", "+4915112345678", "004915112345678"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PhoneNumber.parse(typed, region))
                    .withMessageNotContaining("0151");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0800-FLOWERS", "0151 12345678 ext. 5", "0151+12345678", "tel:0151", "0151\n12345678"})
    void refusesWhatNobodyDials(String typed) {
        assertThatExceptionOfType(PhoneNumberException.class)
                .isThrownBy(() -> PhoneNumber.parse(typed, "DE"))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_A_NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "+4915112345678, +49 151• •••••78",
        "+14155552671, +1 415-•••-••71",
        "+6834002, +683 ••02",
    })
    void showsItsGroupsAndHidesItsMiddle(String e164, String masked) throws PhoneNumberException {
        PhoneNumber number = PhoneNumber.parse(e164);

        assertThat(number.masked()).isEqualTo(masked);
        assertThat(number).hasToString(masked);
    }

    @ParameterizedTest
    @CsvSource({"+4915112345678, DE", "+14155552671, US", "+18765551234, JM", "+447400123456, GB"})
    void knowsItsCountry(String e164, String region) throws PhoneNumberException {
        assertThat(PhoneNumber.parse(e164).region()).hasValue(region);
    }

    @Test
    void isTheSameHoweverItWasWritten() throws PhoneNumberException {
        assertThat(PhoneNumber.parse("0151 12345678", "DE")).isEqualTo(PhoneNumber.parse("4915112345678"));
    }
}
