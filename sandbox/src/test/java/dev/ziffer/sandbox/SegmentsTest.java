package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Segments are counted as carriers count them. */
final class SegmentsTest {

    @Test
    void aPlainTextHas160InOneAnd153InEachOfMore() {
        assertThat(Segments.count("")).isEqualTo(1);
        assertThat(Segments.count("a".repeat(160))).isEqualTo(1);
        assertThat(Segments.count("a".repeat(161))).isEqualTo(2);
        assertThat(Segments.count("a".repeat(306))).isEqualTo(2);
        assertThat(Segments.count("a".repeat(307))).isEqualTo(3);
    }

    @Test
    void anExtensionCharacterCountsTwiceAndIsNotSplit() {
        assertThat(Segments.count("€".repeat(80))).isEqualTo(1);
        assertThat(Segments.count("€".repeat(81))).isEqualTo(2);
        assertThat(Segments.count("€".repeat(152))).isEqualTo(2);
        assertThat(Segments.count("€".repeat(153))).as("76 in each segment").isEqualTo(3);
    }

    @Test
    void oneOtherCharacterMakesItUcs2() {
        assertThat(Segments.count("’" + "a".repeat(69))).isEqualTo(1);
        assertThat(Segments.count("’" + "a".repeat(70))).isEqualTo(2);
        assertThat(Segments.count("😀".repeat(35))).isEqualTo(1);
        assertThat(Segments.count("😀".repeat(66))).isEqualTo(2);
        assertThat(Segments.count("😀".repeat(67)))
                .as("33 pairs in each segment")
                .isEqualTo(3);
    }
}
