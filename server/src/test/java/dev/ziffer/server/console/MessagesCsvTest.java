package dev.ziffer.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessagesCsvTest {

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(MessagesCsv.line("a,b", "say \"no\"", "two\nlines", null, 5, "plain"))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",,5,plain\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 151", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void makesNoFormula(String text) {
        assertThat(MessagesCsv.line(text)).matches("(?s)\"?'.*");
    }
}
