package dev.ziffer.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class ErrorTextsTest {

    @Test
    void existInBothLanguages() throws IOException {
        assertThat(properties("errors_de.properties").keySet())
                .isEqualTo(properties("errors.properties").keySet());
    }

    @Test
    void haveTheSamePlacesInBothLanguages() throws IOException {
        Properties german = properties("errors_de.properties");
        properties("errors.properties")
                .forEach((code, text) -> assertThat(new MessageFormat(german.getProperty((String) code), Locale.GERMAN)
                                .getFormatsByArgumentIndex())
                        .as("%s", code)
                        .hasSameSizeAs(new MessageFormat((String) text, Locale.ENGLISH).getFormatsByArgumentIndex()));
    }

    private static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Objects.requireNonNull(ErrorTexts.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
