package dev.ziffer.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The names that programs read. */
final class WireNamesTest {

    @ParameterizedTest
    @CsvSource({
        "GENERAL, general, 400",
        "INVALID_CONFIG, invalid_config, 400",
        "TEMPLATE_NOT_FOUND, template_not_found, 400",
        "AUTHORIZATION_FAILED, authorization_failed, 401",
        "RATE_LIMIT_EXCEEDED, rate_limit_exceeded, 429",
        "USAGE_LIMIT_EXCEEDED, usage_limit_exceeded, 429",
        "NOT_IMPLEMENTED, not_implemented, 501",
        "PROVIDER_UNAVAILABLE, provider_unavailable, 502",
        "OUTCOME_UNKNOWN, outcome_unknown, 504",
    })
    void errorCodesHaveANameAndAStatus(ErrorCode code, String wireName, int status) {
        assertThat(code.wireName()).isEqualTo(wireName);
        assertThat(code.httpStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusIsFoundByItsName(MessageStatus status) {
        assertThat(MessageStatus.of(status.wireName())).hasValue(status);
    }

    @Test
    void aStatusOfTheFutureIsNotFound() {
        assertThat(MessageStatus.of("teleported")).isEmpty();
        assertThat(MessageStatus.of("DELIVERED")).isEmpty();
    }

    @Test
    void textsAreGermanForGermansAndEnglishForEveryoneElse() {
        var text = new Text("yes", "ja");

        assertThat(text.in(Locale.GERMAN)).isEqualTo("ja");
        assertThat(text.in(Locale.forLanguageTag("de-AT"))).isEqualTo("ja");
        assertThat(text.in(Locale.FRENCH)).isEqualTo("yes");
        assertThat(text.in(Locale.ROOT)).isEqualTo("yes");
    }
}
