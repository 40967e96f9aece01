package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.AvailablePhoneNumberCountry;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Local;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.Mobile;
import com.twilio.rest.api.v2010.account.availablephonenumbercountry.TollFree;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are searched for, bought and given back, through Twilio's official SDK. */
final class NumbersForSaleTest {

    private static final PhoneNumber SWEDISH = new PhoneNumber("+46701740612");

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
    void areInSeveralCountries() {
        assertThat(AvailablePhoneNumberCountry.reader().pageSize(2).read(sdk.twilio))
                .extracting(AvailablePhoneNumberCountry::getCountryCode)
                .containsExactly("US", "CA", "GB", "DE", "FR", "IE", "SE");
        var states = AvailablePhoneNumberCountry.fetcher("US").fetch(sdk.twilio);
        assertThat(states.getCountry()).isEqualTo("United States");
        assertThat(states.getSubresourceUris()).containsOnlyKeys("local", "toll_free");
        assertThat(states.getSubresourceUris().get("local"))
                .endsWith("/" + Client.ACCOUNT + "/AvailablePhoneNumbers/US/Local.json");
    }

    @Test
    void areNotEverywhereNorOfEveryType() {
        assertThat(Sdk.code(() -> AvailablePhoneNumberCountry.fetcher("AT").fetch(sdk.twilio)))
                .isEqualTo(20404);
        assertThat(Sdk.code(() -> Mobile.reader("US").read(sdk.twilio))).isEqualTo(20404);
        assertThat(Sdk.code(() -> Local.reader("XX").read(sdk.twilio))).isEqualTo(20404);
    }

    @Test
    void areFoundByWhatTheyCan() {
        assertThat(Local.reader("IE").setSmsEnabled(true).read(sdk.twilio)).isEmpty();
        assertThat(Local.reader("IE").setVoiceEnabled(true).read(sdk.twilio)).isNotEmpty();
        var mobile = Mobile.reader("SE")
                .setSmsEnabled(true)
                .read(sdk.twilio)
                .iterator()
                .next();
        assertThat(mobile.getCapabilities().getSms()).isTrue();
        assertThat(mobile.getCapabilities().getMms()).isFalse();
        assertThat(mobile.getIsoCountry()).isEqualTo("SE");
        assertThat(mobile.getAddressRequirements()).isEqualTo("none");
        assertThat(TollFree.reader("US").read(sdk.twilio))
                .hasSize(99)
                .allSatisfy(
                        number -> assertThat(number.getPhoneNumber().toString()).startsWith("+1800"));
    }

    @Test
    void areFoundByAreaAndDigits() {
        assertThat(Local.reader("US").setAreaCode(415).read(sdk.twilio))
                .hasSize(100)
                .allSatisfy(number -> assertThat(number.getLocality()).isEqualTo("San Francisco"));
        assertThat(Local.reader("US").setAreaCode(533).read(sdk.twilio)).isEmpty();
        assertThat(Local.reader("US").setContains("415****123").read(sdk.twilio))
                .extracting(number -> number.getPhoneNumber().toString())
                .containsExactly("+14155550123");
        assertThat(Local.reader("US").setContains("jkl0123").setAreaCode(212).read(sdk.twilio))
                .as("letters are keys")
                .hasSize(1);
        assertThat(Sdk.code(() -> Local.reader("US").setContains("(415)").read(sdk.twilio)))
                .isEqualTo(20001);
    }

    @Test
    void areFoundByTheAddressTheyNeed() {
        assertThat(Mobile.reader("GB").setExcludeAllAddressRequired(true).read(sdk.twilio))
                .isEmpty();
        assertThat(Mobile.reader("GB").setExcludeLocalAddressRequired(true).read(sdk.twilio))
                .isNotEmpty();
        assertThat(Mobile.reader("FR").setExcludeLocalAddressRequired(true).read(sdk.twilio))
                .isEmpty();
    }

    @Test
    void areBoughtOnceAndGivenBack() {
        var bought =
                IncomingPhoneNumber.creator(SWEDISH).setFriendlyName("Codes").create(sdk.twilio);

        assertThat(bought.getSid()).matches("PN[0-9a-f]{32}");
        assertThat(bought.getFriendlyName()).isEqualTo("Codes");
        assertThat(bought.getPhoneNumber()).isEqualTo(SWEDISH);
        assertThat(bought.getCapabilities().getSms()).isTrue();
        assertThat(Sdk.code(() -> IncomingPhoneNumber.creator(SWEDISH).create(sdk.twilio)))
                .isEqualTo(21422);
        assertThat(Mobile.reader("SE").read(sdk.twilio))
                .noneSatisfy(number -> assertThat(number.getPhoneNumber()).isEqualTo(SWEDISH));
        assertThat(Message.creator(new PhoneNumber(Client.PHONE), SWEDISH, "Hello")
                        .create(sdk.twilio)
                        .getFrom())
                .isEqualTo(SWEDISH);

        assertThat(IncomingPhoneNumber.deleter(bought.getSid()).delete(sdk.twilio))
                .isTrue();
        assertThat(Sdk.code(() -> IncomingPhoneNumber.fetcher(bought.getSid()).fetch(sdk.twilio)))
                .isEqualTo(20404);
        assertThat(IncomingPhoneNumber.creator(SWEDISH).create(sdk.twilio).getPhoneNumber())
                .isEqualTo(SWEDISH);
    }

    @ParameterizedTest
    @CsvSource({
        "21421, PhoneNumber, 12",
        "21422, PhoneNumber, +15005550006",
        "21422, PhoneNumber, +14155559999",
        "21422, PhoneNumber, +4312345678",
        "21615, PhoneNumber, +33639980011",
        "21631, PhoneNumber, +447700900011",
        "21649, PhoneNumber, +4917604069011",
        "21452, AreaCode,    533",
        "20001, SmsUrl,      https://example.com",
    })
    void areRefusedWithTwiliosCode(int code, String parameter, String value) {
        var answer = sdk.http.post(
                "/2010-04-01/Accounts/" + Client.ACCOUNT + "/IncomingPhoneNumbers.json", parameter, value);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.json(answer).get("code").asInt()).isEqualTo(code);
        assertThat(IncomingPhoneNumber.reader().read(sdk.twilio)).hasSize(5);
    }

    @Test
    void areBoughtWithThePapersThatTheyNeed() {
        var german = new PhoneNumber("+4917604069011");
        assertThat(Sdk.code(() -> IncomingPhoneNumber.creator(german)
                        .setBundleSid("BU" + "1".repeat(32))
                        .create(sdk.twilio)))
                .isEqualTo(21631);
        assertThat(IncomingPhoneNumber.creator(german)
                        .setBundleSid("BU" + "1".repeat(32))
                        .setAddressSid("AD" + "1".repeat(32))
                        .create(sdk.twilio)
                        .getPhoneNumber())
                .isEqualTo(german);
    }

    @Test
    void areNotSoldToATrial() {
        sdk.account("type", "Trial");

        assertThat(Sdk.code(() -> IncomingPhoneNumber.creator(SWEDISH).create(sdk.twilio)))
                .isEqualTo(10002);
    }

    @Test
    void areListedOnPagesAndByTheirDigits() {
        assertThat(IncomingPhoneNumber.reader().pageSize(2).read(sdk.twilio))
                .extracting(number -> number.getPhoneNumber().toString())
                .containsExactly("+15005550006", "+15005550011", "+15005550012", "+15005550013", "+18005550114");
        assertThat(IncomingPhoneNumber.reader()
                        .setPhoneNumber(new PhoneNumber("+15005550012"))
                        .read(sdk.twilio))
                .extracting(IncomingPhoneNumber::getSid)
                .containsExactly(Sdk.FREE);
        assertThat(IncomingPhoneNumber.reader()
                        .setPhoneNumber(new PhoneNumber("55500"))
                        .pageSize(3)
                        .read(sdk.twilio))
                .hasSize(4);
        assertThat(IncomingPhoneNumber.fetcher(Sdk.VOICE_ONLY)
                        .fetch(sdk.twilio)
                        .getCapabilities()
                        .getSms())
                .isFalse();
    }
}
