package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which templates a configuration must have and may have. */
final class ConfigTemplatesTest extends ConfigChecks {

    @Test
    void refusesTemplatesThatAreNoList() {
        assertThat(errorsOf(config.put("templates", "{{code}}"))).containsExactly("templates: wrong_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SignIn", "Register", "ForgotPassword", "Generic"})
    void namesEachRequiredTemplateThatIsMissing(String usageType) {
        for (int index = 0; index < 4; index++) {
            if (templates().get(index).path("usageType").stringValue().equals(usageType)) {
                templates().remove(index);
                break;
            }
        }

        assertThat(errors()).containsExactly("templates: template_missing");
        assertThat(validate(config).errors().getFirst().message(Locale.ENGLISH)).contains(usageType);
    }

    @Test
    void namesAllFourWhenTheListIsEmpty() {
        templates().removeAll();

        assertThat(validate(config).errors())
                .extracting(problem -> problem.message(Locale.GERMAN))
                .hasSize(4)
                .allMatch(message -> message.startsWith("Eine Vorlage für "));
    }

    @Test
    void wantsAGenericTemplateForPeopleOfEveryLanguage() {
        template(3).put("locale", "de");

        assertThat(errors()).containsExactly("templates: template_missing");
    }

    @Test
    void refusesUsageTypesThatNobodySendsWith() {
        templates().addObject().put("usageType", "signin").put("content", "{{code}}");

        assertThat(errors()).containsExactly("templates.4.usageType: unknown_usage_type");
    }

    @Test
    void refusesTwoTemplatesForTheSameUsageTypeAndLocale() {
        templates().addObject().put("usageType", "SignIn").put("content", "{{code}}!");
        templates()
                .addObject()
                .put("usageType", "SignIn")
                .put("content", "{{code}}")
                .put("locale", "de-CH");
        templates()
                .addObject()
                .put("usageType", "SignIn")
                .put("content", "{{code}}")
                .put("locale", "DE-ch");

        assertThat(errors()).containsExactly("templates.4: duplicate_template", "templates.6: duplicate_template");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de_DE", "german language", "-", "x"})
    void refusesLocalesThatAreNoLanguageTags(String locale) {
        template(0).put("locale", locale);

        assertThat(errors()).containsExactly("templates.0.locale: malformed_locale");
    }
}
