package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ziffer.twilio.AccountException.Reason;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages may go, and how a country is opened. */
final class GeoPermissionsTest {

    private static final String PERMISSIONS = """
            {"permissions": [
              {"country_code": "IN", "type": "country", "enabled": false, "prefix": "+91", "message": ""},
              {"country_code": "PK", "type": "country", "enabled": true, "prefix": "+92", "message": "High Risk Country"},
              {"country_code": "PK", "type": "area", "enabled": false, "prefix": "+923", "message": ""}]}
            """;

    @AutoClose
    private final TwilioServer twilio = new TwilioServer();

    private final TestAccount test = new TestAccount(twilio.origin());

    GeoPermissionsTest() throws IOException {}

    private GeoPermissions permissions() {
        return test.open().geoPermissions();
    }

    @Test
    void listsTheCountries() throws Exception {
        twilio.replies(200, PERMISSIONS);

        assertThat(permissions().all())
                .containsExactly(
                        new GeoPermission("IN", "+91", false, Optional.empty()),
                        new GeoPermission("PK", "+92", true, Optional.of("High Risk Country")));
        assertThat(twilio.requests().getFirst().path()).isEqualTo("/v1/Messaging/GeoPermissions");
        assertThat(test.products).containsExactly("accounts");
    }

    @Test
    void asksForOneCountry() throws Exception {
        twilio.replies(200, PERMISSIONS).replies(200, PERMISSIONS);

        assertThat(permissions().of("PK"))
                .hasValueSatisfying(
                        permission -> assertThat(permission.enabled()).isTrue());
        assertThat(permissions().of("DE")).isEmpty();
        assertThat(twilio.requests())
                .extracting(TwilioServer.Request::query)
                .containsExactly("CountryCode=PK", "CountryCode=DE");
    }

    @Test
    void opensACountry() throws Exception {
        twilio.replies(200, changed("IN", 0));

        permissions().enable("IN");

        TwilioServer.Request request = twilio.requests().getFirst();
        assertThat(request.method()).isEqualTo("PATCH");
        assertThat(request.path()).isEqualTo("/v1/Messaging/GeoPermissions");
        assertThat(request.form())
                .containsExactlyEntriesOf(
                        Map.of("Permissions", "{\"country_code\":\"IN\",\"type\":\"country\",\"enabled\":true}"));
    }

    @Test
    void aCountryThatOnlyTheConsoleOpensIsRefusedInTheDictionarysWords() {
        twilio.replies(200, changed("PK", 30649));

        AccountException failure =
                catchThrowableOfType(AccountException.class, () -> permissions().enable("PK"));

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure.providerCode()).hasValue(30649);
        assertThat(failure.operatorText(Locale.ENGLISH)).contains("Twilio console");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"permissions\": []}", "<html>"})
    void anAnswerWithoutTheCountryLeavesOpenWhetherItWasOpened(String body) {
        twilio.replies(200, body);

        assertThat(catchThrowableOfType(
                                AccountException.class, () -> permissions().enable("IN"))
                        .reason())
                .isEqualTo(Reason.OUTCOME_UNKNOWN);
    }

    @Test
    void whatIsNoCountryIsNotAskedFor() {
        assertThat(catchThrowableOfType(
                                AccountException.class, () -> permissions().enable("in"))
                        .reason())
                .isEqualTo(Reason.INVALID_VALUE);
        assertThat(twilio.requests()).isEmpty();
    }

    private static String changed(String country, int code) {
        return """
                {"permissions": [{"country_code": "%s", "type": "country", "enabled": true, "error_code": %d,
                 "error_messages": []}]}
                """.formatted(country, code);
    }
}
