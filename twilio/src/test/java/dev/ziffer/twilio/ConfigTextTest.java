package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.connector.Problem;
import dev.ziffer.connector.Validation;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about the text of a template. */
final class ConfigTextTest extends ConfigChecks {

    @Test
    void refusesATemplateThatLosesTheCode() {
        template(1).put("content", "Your code is {code}.");

        assertThat(errors()).containsExactly("templates.1.content: code_missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{Code}}",
                "{{code.length}}",
                "{{constructor}}",
                "{{__proto__}}",
                "{{application.name}}",
                "{{}}",
                "{{code-x}}",
                "{{first name}}"
            })
    void refusesPlaceholdersWithoutAValue(String placeholder) {
        template(1).put("content", "{{code}} " + placeholder);

        assertThat(errors()).containsExactly("templates.1.content: unknown_placeholder");
        assertThat(validate(config).errors().getFirst().message(Locale.ENGLISH)).contains(placeholder);
    }

    @Test
    void measuresTheMessageWithACodeOfTheRealLength() {
        template(0).put("content", "a".repeat(150) + "{{code}}");
        assertThat(factory.validate(config, 10).warnings()).isEmpty();

        template(0).put("content", "a".repeat(151) + "{{code}}");
        assertThat(factory.validate(config, 9).warnings()).isEmpty();
        assertThat(factory.validate(config, 10).warnings())
                .extracting(Problem::code)
                .containsExactly("several_segments");

        template(0).put("content", "a".repeat(1_594) + "{{code}}");
        assertThat(factory.validate(config, 6).errors()).isEmpty();
        assertThat(factory.validate(config, 7).errors())
                .extracting(Problem::code)
                .containsExactly("too_long");
    }

    @Test
    void warnsOfTheCharacterThatMakesTheMessageUcs2() {
        template(0).put("content", "Ihr Code – {{code}}");

        assertThat(warnings()).containsExactly("templates.0.content: ucs2");
        assertThat(validate(config).warnings().getFirst().message(Locale.ENGLISH))
                .contains("– (U+2013)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "see www.example.com",
                "bit.ly/abc",
                "HTTP://X",
                "see example.com",
                "(Shop.example.co.uk)",
                "at example.com.",
                "EXAMPLE.COM",
                "münchen.de"
            })
    void warnsOfLinks(String link) {
        template(0).put("content", "{{code}} " + link);

        assertThat(warnings()).containsExactly("templates.0.content: link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{code}} is your code.\n\n@example.com #{{code}}",
                "{{code}} is your code.\n\n@example.com #{{code}} @shop.example.com",
                "{{code}} is your code.Tell nobody. Help: help@shop.example.com",
                "{{code}}: gilt z.B. heute um 9.30 Uhr."
            })
    void doesNotTakeForALinkWhatIsNone(String content) {
        template(0).put("content", content);

        assertThat(warnings()).isEmpty();
    }

    @Test
    void measuresAPlaceForTheLocaleWithAsMuchAsItMayTake() {
        template(0).put("content", "a".repeat(149) + "{{code}}{{locale}}");
        assertThat(warnings()).isEmpty();

        template(0).put("content", "a".repeat(150) + "{{code}}{{locale}}");
        assertThat(warnings()).containsExactly("templates.0.content: several_segments");

        template(0).put("content", "a".repeat(145) + "{{code}}{{locale}}").put("locale", "zh-Hant-TW");
        assertThat(warnings()).containsExactly("templates.0.content: several_segments");
    }

    @Test
    void saysWhatToDoAboutEveryTemplate() {
        template(0).put("content", "–".repeat(71) + "{{code}} {{x}} www.x.yz");
        template(1).put("content", "a".repeat(1_600) + "{{code}}");
        templates().remove(2);
        template(2).put("locale", "de");

        Validation validation = validate(config);

        assertThat(Stream.concat(validation.errors().stream(), validation.warnings().stream()))
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        "unknown_placeholder",
                        "too_long",
                        "template_missing",
                        "template_missing",
                        "several_segments",
                        "ucs2",
                        "link");
        assertThat(Stream.concat(validation.errors().stream(), validation.warnings().stream()))
                .allSatisfy(problem -> {
                    assertThat(problem.message(Locale.ENGLISH)).containsPattern("\\. (Add|Leave|Replace|Shorten|Use) ");
                    assertThat(problem.message(Locale.GERMAN)).containsPattern("\\. \\p{Lu}\\p{L}+n Sie ");
                });
    }
}
