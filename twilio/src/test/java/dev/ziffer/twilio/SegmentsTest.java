package dev.ziffer.twilio;

import static dev.ziffer.twilio.Segments.Encoding.GSM_7;
import static dev.ziffer.twilio.Segments.Encoding.UCS_2;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SegmentsTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4"})
    void gsm7Holds160SeptetsAloneAnd153InEachOfSeveral(int length, int segments) {
        assertThat(Segments.of("a".repeat(length)).segments()).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3", "201, 3", "202, 4"})
    void ucs2Holds70UnitsAloneAnd67InEachOfSeveral(int length, int segments) {
        assertThat(Segments.of("ж".repeat(length)).segments()).isEqualTo(segments);
    }

    @Test
    void anExtensionCharacterTakesTwoSeptets() {
        assertThat(Segments.of("€".repeat(80)))
                .isEqualTo(new Segments(GSM_7, 1, 80, 160, Segments.of("").offender()));
        assertThat(Segments.of("€".repeat(81)).segments()).isEqualTo(2);
    }

    @Test
    void anExtensionCharacterIsNotSplitBetweenTwoSegments() {
        String text = "a".repeat(152) + "€" + "a".repeat(152);

        assertThat(text.length() + 1).isEqualTo(2 * 153);
        assertThat(Segments.of(text).segments()).isEqualTo(3);
    }

    @Test
    void aSurrogatePairIsNotSplitBetweenTwoSegments() {
        String text = "ж".repeat(66) + "😀" + "ж".repeat(66);

        assertThat(text.length()).isEqualTo(2 * 67);
        assertThat(Segments.of(text).segments()).isEqualTo(3);
    }

    @Test
    void theWholeTextFillsOneSegmentEvenWhereItWouldBeSplitInSeveral() {
        assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(6)).segments())
                .isEqualTo(1);
        assertThat(Segments.of("ж".repeat(66) + "😀" + "жж").segments()).isEqualTo(1);
    }

    @Test
    void oneCharacterOutsideGsm7TurnsTheWholeTextIntoUcs2AndIsNamed() {
        Segments segments = Segments.of("Ihr Code: „123456“");

        assertThat(segments.encoding()).isEqualTo(UCS_2);
        assertThat(segments.offender()).hasValue('„');
        assertThat(segments.units()).isEqualTo(18);
    }

    @Test
    void charactersOutsideTheBasicPlaneAreNamedWholeAndCountAsTwoUnits() {
        Segments segments = Segments.of("ok 😀");

        assertThat(segments.offender()).hasValue(0x1F600);
        assertThat(segments.characters()).isEqualTo(4);
        assertThat(segments.units()).isEqualTo(5);
    }

    @Test
    void halfASurrogatePairIsCountedAndNamed() {
        assertThat(Segments.of("a\uD83D").offender()).hasValue(0xD83D);
        assertThat(Segments.of("\uDE00a").units()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "“", "’", "–", "ç", "á", "í", "ó", "ú", "ê", "ã", "\t", "\u00A0", "Ё", "中", "\u001B"})
    void whatLooksUsualIsNotAllInGsm7(String text) {
        assertThat(Segments.of(text).encoding()).isEqualTo(UCS_2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@example.com #123456",
                "Grüße, Ärger, Öl, Übel, ß",
                "àèéìòù ÅåÆæØøÑñÇÉ",
                "ΔΦΓΛΩΠΨΣΘΞ",
                "£$¥¤§¿¡_\r\n"
            })
    void theAlphabetHasMoreThanAscii(String text) {
        assertThat(Segments.of(text).encoding()).isEqualTo(GSM_7);
    }

    @Test
    void theAlphabetIsTheOneOfTheStandardCharacterByCharacter() throws Exception {
        List<String> rows = table();
        Set<Integer> basic = codePoints(rows.subList(0, 8));
        Set<Integer> extension = codePoints(rows.subList(8, 9));

        assertThat(basic).hasSize(127);
        assertThat(extension).hasSize(10);
        for (int character = 0; character <= Character.MAX_VALUE; character++) {
            int septets = basic.contains(character) ? 1 : extension.contains(character) ? 2 : 0;
            assertThat(Gsm7.septets((char) character)).as("U+%04X", character).isEqualTo(septets);
        }
    }

    private static List<String> table() throws Exception {
        try (InputStream file = SegmentsTest.class.getResourceAsStream("gsm7.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static Set<Integer> codePoints(List<String> rows) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.split(" ", -1)))
                .filter(codePoint -> !codePoint.equals("-"))
                .map(codePoint -> Integer.parseInt(codePoint, 16))
                .collect(Collectors.toSet());
    }
}
