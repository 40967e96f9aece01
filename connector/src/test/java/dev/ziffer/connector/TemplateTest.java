package dev.ziffer.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {

    @ParameterizedTest
    @ValueSource(strings = {"{{code}}", "{{ code }}", "{{\n\tcode}}", "{{code\u00A0}}", "{{\uFEFFcode\u2003}}"})
    void putsTheCodeInWhateverTheSpaceAroundIt(String placeholder) {
        assertThat(render("Code: " + placeholder + ".", null)).isEqualTo("Code: 123456.");
        assertThat(template(placeholder).carriesCode()).isTrue();
    }

    @Test
    void putsTheCodeInWhereverItIsWanted() {
        assertThat(render("{{code}}\n\n@example.com #{{code}}", null)).isEqualTo("123456\n\n@example.com #123456");
    }

    @ParameterizedTest
    @CsvSource({
        "{{{code}}}, {123456}",
        "{{code}}}}, 123456}}",
        "{{{{code}}, {{123456",
        "{{code, {{code",
        "{code}, {code}"
    })
    void leavesBracesThatAreNoPlaceholder(String content, String rendered) {
        assertThat(render(content, null)).isEqualTo(rendered);
    }

    @Test
    void putsTheLocaleInAndNothingWhereItIsNotKnown() {
        assertThat(render("{{locale}}/{{uiLocales}}", "de-CH")).isEqualTo("de-CH/de-CH");
        assertThat(render("{{locale}}/{{uiLocales}}", null)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Code", "code.length", "constructor", "toString", "__proto__", "user.name", "code-x", "a b"})
    void hasNoValueForAnythingElse(String name) {
        var template = template("{{code}}{{ " + name + " }}");

        assertThat(template.unknownPlaceholders()).containsExactly(name);
        assertThat(render("{{" + name + "}}", null)).isEqualTo("{{" + name + "}}");
        assertThat(template("{{" + name + "}}").carriesCode()).isFalse();
    }

    @Test
    void anEmptyPlaceholderHasNoValue() {
        assertThat(template("{{}} {{ }}").unknownPlaceholders()).containsExactly("");
    }

    @Test
    void valuesAreNotReadAgain() {
        var message = new Message("+1", UsageType.GENERIC, "{{code}}$1\\", "{{locale}}", Duration.ZERO, 1);

        assertThat(template("{{code}}|{{locale}}").render(message)).isEqualTo("{{locale}}|{{code}}$1\\");
    }

    private static String render(String content, @Nullable String locale) {
        return template(content)
                .render(new Message("+14155550132", UsageType.GENERIC, locale, "123456", Duration.ZERO, 1));
    }

    private static Template template(String content) {
        return new Template(UsageType.GENERIC, null, content);
    }
}
