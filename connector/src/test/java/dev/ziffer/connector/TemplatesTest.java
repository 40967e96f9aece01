package dev.ziffer.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplatesTest {

    private final Templates templates = new Templates(List.of(
            new Template(UsageType.SIGN_IN, null, "sign in"),
            new Template(UsageType.SIGN_IN, "de", "anmelden"),
            new Template(UsageType.SIGN_IN, "de-CH", "aamälde"),
            new Template(UsageType.SIGN_IN, "zh-Hant", "登入"),
            new Template(UsageType.REGISTER, "fr", "inscription"),
            new Template(UsageType.GENERIC, null, "generic"),
            new Template(UsageType.GENERIC, "de", "allgemein"),
            new Template(UsageType.GENERIC, "de", "zu spät")));

    @ParameterizedTest
    @CsvSource({
        "SIGN_IN, , sign in",
        "SIGN_IN, de, anmelden",
        "SIGN_IN, de-CH, aamälde",
        "SIGN_IN, DE-ch, aamälde",
        "SIGN_IN, de-AT, anmelden",
        "SIGN_IN, zh-Hant-TW, 登入",
        "SIGN_IN, zh, sign in",
        "SIGN_IN, fr, sign in",
        "REGISTER, fr-CA, inscription",
        "REGISTER, de-AT, allgemein",
        "REGISTER, en, generic",
        "BIND_MFA, de, allgemein",
        "BIND_MFA, , generic",
    })
    void looksForTheLanguageFirstAndThenForGeneric(UsageType usageType, @Nullable String locale, String content) {
        assertThat(templates.find(usageType, locale).orElseThrow().content()).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource({"-", "--", "-de", "de-"})
    void aLocaleThatIsNoneFindsWhatThereIsForEveryone(String locale) {
        assertThat(templates.find(UsageType.BIND_MFA, locale)).isPresent();
    }

    @Test
    void saysThatNothingWasSentWhereNoTemplateFits() {
        var message = new Message("+14155550132", UsageType.SIGN_IN, "en", "123456", Duration.ZERO, 1);

        ConnectorException failure =
                catchThrowableOfType(ConnectorException.class, () -> new Templates(List.of()).render(message));

        assertThat(failure.code()).isEqualTo(ErrorCode.TEMPLATE_NOT_FOUND);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
}
