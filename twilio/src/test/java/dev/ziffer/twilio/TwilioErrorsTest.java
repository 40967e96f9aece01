package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.connector.Fault;
import dev.ziffer.connector.Retry;
import dev.ziffer.connector.Text;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TwilioErrorsTest {

    /** What can come of sending codes and of setting an account up for it, by Twilio's dictionary. */
    private static final String EXPECTED = """
            10001 10002 11200 11205 14107
            20001 20003 20005 20006 20008 20010 20403 20404 20409 20410 20422 20423 20429 20500 20503
            21211 21212 21217 21219 21265 21266 21267 21401 21404 21407 21408 21421 21422
            21451 21452 21457 21470 21471 21472
            21601 21602 21603 21604 21606 21608 21609 21610 21611 21612 21613 21614 21615 21617 21619 21624
            21628 21629 21631 21635 21649 21650 21651 21654 21655 21656 21657 21659 21660 21661 21668
            21701 21702 21703 21704 21705 21708 21709 21710 21711 21712 21713 21714 21715 21717 21719 21720
            21729 21730 22102 22103 22116
            30001 30002 30003 30004 30005 30006 30007 30008 30010 30017 30018 30019 30022 30023 30024 30025
            30026 30027 30032 30033 30034 30035 30036 30037 30038 30040 30041 30042 30410 30450 30453 30454
            30485 30500 30610 30615 30620 30630 30649
            60200 60201 60202 60203 60204 60205 60206 60207 60208 60209 60210 60211 60212 60213 60214 60217
            60220 60221 60223 60224 60225 60228 60229 60238 60243 60247 60325 60327 60410 60602 60605 60606
            60616 60617 60728 63038 70051
            """;

    private static final String VERBS = """
            add ask change check choose compare complete copy correct give leave look open put register remove see send
            set shorten start stop switch test try update upgrade use verify wait
            """;

    /** How a sentence, or what follows in it after a comma or semicolon, begins when it tells operators what to do. */
    private static final Pattern ADVICE =
            Pattern.compile("(?:^|[.;,:] |, then )(?i:" + VERBS.strip().replaceAll("\\s+", "|") + ")\\b");

    /** A request in German: a verb and „Sie“. */
    private static final Pattern GERMAN_ADVICE =
            Pattern.compile("(?<!\\p{L})(?!(?:[Ww]enn|[Dd]enn|[Aa]n|[Ii]hnen|[Ii]n) )\\p{L}+n Sie\\b|[Ss]iehe ");

    /** Advice that asks for nothing. */
    private static final Map<String, String> OTHER_ADVICE = Map.of(
            "Nothing is to be done.", "Es ist nichts zu tun.",
            "One later try is worthwhile.", "Ein späterer Versuch lohnt sich.",
            "Only START from their phone lifts the block.", "Nur START von ihrem Telefon hebt die Sperre auf.",
            "Another kind of sender still works.", "Mit einer anderen Art Absender geht es weiterhin.");

    static IntStream expected() {
        return Arrays.stream(EXPECTED.strip().split("\\s+", -1)).mapToInt(Integer::parseInt);
    }

    @Test
    void theDictionaryHasTheseCodesAndNoOthers() {
        assertThat(TwilioErrors.codes())
                .containsExactlyElementsOf(expected().boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("expected")
    void everyEntryIsCompleteInBothLanguages(int code) {
        TwilioError error = TwilioErrors.of(code);

        assertThat(error.code()).isEqualTo(code);
        for (Text text : new Text[] {error.operatorText(), error.userText()}) {
            assertThat(text.en()).matches("[A-Z].{15,}\\.");
            assertThat(text.de()).matches("[A-ZÄÖÜ].{15,}\\.").isNotEqualTo(text.en());
        }
    }

    @ParameterizedTest
    @MethodSource("expected")
    void everyEntryTellsTheOperatorWhatToDo(int code) {
        assertAdvises(TwilioErrors.of(code).operatorText());
    }

    @Test
    void aSentenceThatOnlyDescribesIsNoAdvice() {
        assertThat(advises("Recipient and sender are the same number.")).isFalse();
        assertThat(advises("The carrier is congested. It gave no reason to try again."))
                .isFalse();
        assertThat(advises("The template asks for more, and the check failed.")).isFalse();
        assertThat(advisesInGerman("Der Netzbetreiber ist überlastet. Wenn Sie warten, geht es."))
                .isFalse();
        assertThat(advisesInGerman("Diese Nummer kennen wir nicht.")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("expected")
    void nothingIsToBeDoneWhereNothingIsWrong(int code) {
        TwilioError error = TwilioErrors.of(code);

        assertThat(error.operatorText().en().endsWith(" Nothing is to be done."))
                .isEqualTo(error.fault() == Fault.NONE);
    }

    @ParameterizedTest
    @MethodSource("expected")
    void whatIsTheNumbersFaultRefusesTheNumber(int code) {
        TwilioError error = TwilioErrors.of(code);

        if (error.fault() == Fault.NUMBER || error.fault() == Fault.FRAUD_PROTECTION) {
            assertThat(error.refusesNumber()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("expected")
    void whatTheOperatorCanMendIsForTheOperator(int code) {
        TwilioError error = TwilioErrors.of(code);

        if (error.retry() == Retry.FIX) {
            assertThat(error.fault()).isEqualTo(Fault.OPERATOR);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "21211, NUMBER, NO, true",
        "21610, NUMBER, NO, true",
        "21614, NUMBER, NO, true",
        "21703, OPERATOR, FIX, true",
        "21219, OPERATOR, FIX, true",
        "21608, OPERATOR, FIX, true",
        "20003, OPERATOR, FIX, false",
        "20429, OPERATOR, LATER, false",
        "20503, PROVIDER, LATER, false",
        "30034, OPERATOR, FIX, false",
        "30450, FRAUD_PROTECTION, LATER, true",
        "60410, FRAUD_PROTECTION, LATER, true",
        "21710, NONE, NO, false",
    })
    void knowsWhoseFaultACodeIsAndWhetherToTryAgain(int code, Fault fault, Retry retry, boolean refusesNumber) {
        TwilioError error = TwilioErrors.of(code);

        assertThat(error.fault()).isEqualTo(fault);
        assertThat(error.retry()).isEqualTo(retry);
        assertThat(error.refusesNumber()).isEqualTo(refusesNumber);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, OPERATOR, FIX",
        "0, OPERATOR, FIX",
        "20099, OPERATOR, FIX",
        "20599, PROVIDER, LATER",
        "21999, OPERATOR, FIX",
        "30099, PROVIDER, LATER",
        "30460, FRAUD_PROTECTION, LATER",
        "30499, PROVIDER, LATER",
        "30999, PROVIDER, LATER",
        "45000, OPERATOR, FIX",
        "60999, OPERATOR, FIX",
        "2147483647, OPERATOR, FIX",
    })
    void aCodeThatIsNotInTheDictionaryIsExplainedByItsRange(int code, Fault fault, Retry retry) {
        TwilioError error = TwilioErrors.of(code);

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.fault()).isEqualTo(fault);
        assertThat(error.retry()).isEqualTo(retry);
        assertThat(error.operatorText().en()).contains("/docs/api/errors/" + code);
        assertThat(error.operatorText().de()).contains("/docs/api/errors/" + code);
        assertAdvises(error.operatorText());
    }

    private static void assertAdvises(Text text) {
        assertThat(advises(text.en())).as(text.en()).isTrue();
        assertThat(advisesInGerman(text.de())).as(text.de()).isTrue();
    }

    private static boolean advises(String text) {
        return ADVICE.matcher(text).find() || OTHER_ADVICE.keySet().stream().anyMatch(text::endsWith);
    }

    private static boolean advisesInGerman(String text) {
        return GERMAN_ADVICE.matcher(text).find()
                || OTHER_ADVICE.values().stream().anyMatch(text::endsWith);
    }
}
