package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.accounts.v1.MessagingGeopermissions;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.pricing.v1.messaging.Country;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What countries cost, and which of them may be sent to, through Twilio's official SDK. */
final class CountriesTest {

    private static final String PERMISSIONS = "/v1/Messaging/GeoPermissions";

    private Sdk sdk;

    @BeforeEach
    void start() throws IOException {
        sdk = new Sdk();
    }

    @AfterEach
    void stop() {
        sdk.close();
    }

    @Test
    void havePricesOfMessages() {
        var germany = Country.fetcher("DE").fetch(sdk.twilio);

        assertThat(germany.getCountry()).isEqualTo("Germany");
        assertThat(germany.getPriceUnit().getCurrencyCode()).isEqualTo("USD");
        var prices = germany.getOutboundSmsPrices().getFirst().getPrices();
        assertThat(prices).isNotEmpty();
        assertThat(prices.getFirst().getCurrentPrice()).isPositive();
        assertThat(Country.reader().pageSize(7).read(sdk.twilio))
                .extracting(Country::getIsoCountry)
                .hasSize(Countries.ALL.size())
                .contains("AT", "PK");
        assertThat(Sdk.code(() -> Country.fetcher("XX").fetch(sdk.twilio))).isEqualTo(20404);
    }

    @Test
    void havePricesOfNumbersWhereThereAreAny() {
        var states =
                com.twilio.rest.pricing.v1.phonenumber.Country.fetcher("US").fetch(sdk.twilio);

        assertThat(states.getPhoneNumberPrices()).hasSize(2);
        assertThat(states.getPhoneNumberPrices().getFirst().getBasePrice()).isPositive();
        assertThat(com.twilio.rest.pricing.v1.phonenumber.Country.reader().read(sdk.twilio))
                .hasSize(7);
        assertThat(Sdk.code(() -> com.twilio.rest.pricing.v1.phonenumber.Country.fetcher("AT")
                        .fetch(sdk.twilio)))
                .isEqualTo(20404);
    }

    @Test
    void areOnButForTwo() {
        JsonNode all = permissions(PERMISSIONS);

        assertThat(all).hasSize(Countries.ALL.size());
        assertThat(all.valueStream()
                        .filter(one -> !one.get("enabled").asBoolean())
                        .map(one -> one.get("country_code").asString()))
                .containsExactlyInAnyOrder("NG", "PK");
        JsonNode some = permissions(PERMISSIONS + "?CountryCode=PK,DE");
        assertThat(some.valueStream().map(one -> one.get("prefix").asString())).containsExactly("+49", "+92");
        assertThat(some.valueStream().map(one -> one.get("message").asString()))
                .containsExactly("", "High risk of fraud");
    }

    @Test
    void refuseMessagesWhileTheyAreOff() {
        assertThat(Sdk.code(() -> send("+2348012345678"))).isEqualTo(21408);
        assertThat(change("NG", true).get("error_code").asInt()).isZero();
        assertThat(send("+2348012345678").getSid()).startsWith("SM");

        assertThat(change("DE", false).get("enabled").asBoolean()).isFalse();
        assertThat(Sdk.code(() -> send(Client.PHONE))).isEqualTo(21408);
    }

    @Test
    void ofOneCallingCodeAreToldApart() {
        change("CA", false);

        assertThat(Sdk.code(() -> send("+16135550199"))).isEqualTo(21408);
        assertThat(send("+14155550199").getSid()).startsWith("SM");
    }

    @Test
    void ofHighRiskAreNotTurnedOnHereEachAnsweredForItself() {
        var changed = MessagingGeopermissions.updater(List.of(permission("PK", true), permission("NG", true)))
                .update(sdk.twilio);

        assertThat(changed.getPermissions())
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(one -> one.get("country_code") + " " + one.get("error_code"))
                .containsExactly("PK 30649", "NG 0");
        JsonNode now = permissions(PERMISSIONS + "?CountryCode=PK,NG");
        assertThat(now.valueStream()
                        .filter(one -> one.get("enabled").asBoolean())
                        .map(one -> one.get("country_code").asString()))
                .containsExactly("NG");
        assertThat(MessagingGeopermissions.fetcher()
                        .setCountryCode("PK")
                        .fetch(sdk.twilio)
                        .getPermissions())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "nonsense",
                "{\"country_code\":\"XX\",\"type\":\"country\",\"enabled\":true}",
                "{\"country_code\":\"NG\",\"type\":\"region\",\"enabled\":true}",
                "{\"country_code\":\"NG\",\"type\":\"country\",\"enabled\":\"true\"}"
            })
    void areNotChangedByAWishThatIsNone(String wish) {
        var answer = sdk.http.call("PATCH", PERMISSIONS, "Permissions", permission("NG", true), "Permissions", wish);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).get("code").asInt()).isEqualTo(20001);
        assertThat(permissions(PERMISSIONS + "?CountryCode=NG")
                        .get(0)
                        .get("enabled")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"+14155550199, US", "+16135550199, CA", "+491512345678, DE", "+3511234567, PT", "+33123456789, FR"})
    void areKnownByTheLongestPrefix(String number, String iso) {
        assertThat(Countries.ofNumber(number))
                .hasValueSatisfying(country -> assertThat(country.iso()).isEqualTo(iso));
        assertThat(Countries.ofNumber("+999123456789")).isEmpty();
    }

    private JsonNode change(String iso, boolean enabled) {
        return Client.json(sdk.http.call("PATCH", PERMISSIONS, "Permissions", permission(iso, enabled)))
                .get("permissions")
                .get(0);
    }

    private JsonNode permissions(String path) {
        return Client.json(sdk.http.get(path)).get("permissions");
    }

    private static String permission(String iso, boolean enabled) {
        return "{\"country_code\":\"" + iso + "\",\"type\":\"country\",\"enabled\":" + enabled + "}";
    }

    private Message send(String to) {
        return Message.creator(new PhoneNumber(to), Sdk.SERVICE, "Your code is 123456")
                .create(sdk.twilio);
    }
}
