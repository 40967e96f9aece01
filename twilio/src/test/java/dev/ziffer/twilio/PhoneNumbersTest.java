package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ziffer.twilio.AccountException.Reason;
import dev.ziffer.twilio.AvailableNumber.AddressRequirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers the account has, which it can get, and how it gets one. */
final class PhoneNumbersTest {

    private static final String PATH = "/2010-04-01/Accounts/" + Configs.ACCOUNT_SID;
    private static final String NOT_FOUND = "{\"code\": 20404, \"status\": 404}";
    private static final String SID = "PN0123456789abcdef0123456789abcdef";

    @AutoClose
    private final TwilioServer twilio = new TwilioServer();

    private final TestAccount test = new TestAccount(twilio.origin());

    PhoneNumbersTest() throws IOException {}

    private PhoneNumbers numbers() {
        return test.open().phoneNumbers();
    }

    @Test
    void listsTheAccountsNumbersOverSeveralPages() throws Exception {
        String next = PATH + "/IncomingPhoneNumbers.json?PageSize=100&Page=1&PageToken=PAx";
        twilio.replies(200, owned("\"" + next + "\"", true, "local")).replies(200, owned("null", false, "toll-free"));

        Listing<OwnedNumber> owned = numbers().owned();

        assertThat(owned.items())
                .containsExactly(
                        new OwnedNumber(SID, "+14155550100", "(415) 555-0100", true, Optional.of(NumberType.LOCAL)),
                        new OwnedNumber(
                                SID, "+14155550100", "(415) 555-0100", false, Optional.of(NumberType.TOLL_FREE)));
        assertThat(owned.complete()).isTrue();
        assertThat(twilio.requests().getFirst().path()).isEqualTo(PATH + "/IncomingPhoneNumbers.json");
        assertThat(twilio.requests())
                .extracting(TwilioServer.Request::query)
                .containsExactly("PageSize=100", "PageSize=100&Page=1&PageToken=PAx");
        assertThat(test.products).containsExactly("api");
    }

    @ParameterizedTest
    @CsvSource({"sms, true, true", "SMS, true, true", "sms, false, false", "SMS, false, false", "mms, true, false"})
    void knowsANumberThatSendsSmsByEitherSpelling(String name, boolean on, boolean smsCapable) throws Exception {
        String capabilities = "\"capabilities\": {\"voice\": true, \"" + name + "\": " + on + "}";
        twilio.replies(
                200,
                "{\"incoming_phone_numbers\": [{\"sid\": \"" + SID + "\", \"phone_number\": \"+14155550100\", "
                        + capabilities + "}]}");
        twilio.replies(
                200, "{\"available_phone_numbers\": [{\"phone_number\": \"+14155550101\", " + capabilities + "}]}");

        assertThat(numbers().owned().items())
                .extracting(OwnedNumber::smsCapable)
                .containsExactly(smsCapable);
        assertThat(numbers().search(new NumberSearch("US", NumberType.LOCAL)))
                .extracting(AvailableNumber::smsCapable)
                .containsExactly(smsCapable);
    }

    @Test
    void tellsWhichTypesACountryOffers() throws Exception {
        twilio.replies(200, """
                {"country_code": "US", "country": "United States", "beta": false,
                 "subresource_uris": {"local": "/Local.json", "toll_free": "/TollFree.json", "voip": "/Voip.json"}}
                """);

        assertThat(numbers().types("US")).containsExactlyInAnyOrder(NumberType.LOCAL, NumberType.TOLL_FREE);
        assertThat(twilio.requests().getFirst().path()).isEqualTo(PATH + "/AvailablePhoneNumbers/US.json");
    }

    @Test
    void aCountryThatTwilioDoesNotHaveOffersNothing() throws Exception {
        twilio.replies(404, NOT_FOUND).replies(404, NOT_FOUND);

        assertThat(numbers().types("AQ")).isEmpty();
        assertThat(numbers().search(new NumberSearch("US", NumberType.MOBILE))).isEmpty();
    }

    @Test
    void searchesForNumbersThatCanSendSms() throws Exception {
        twilio.replies(200, """
                {"available_phone_numbers": [
                  {"phone_number": "+18089251571", "friendly_name": "(808) 925-1571", "locality": "Hilo", "region": "HI",
                   "capabilities": {"mms": true, "sms": true, "voice": true}, "address_requirements": "none"},
                  {"phone_number": "+4915735980000", "friendly_name": "01573 5980000", "locality": null,
                   "capabilities": {"sms": true}, "address_requirements": "foreign"}],
                 "uri": "/x"}
                """);

        List<AvailableNumber> found = numbers().search(new NumberSearch("US", NumberType.LOCAL, "+1808*5", "808"));

        assertThat(found)
                .containsExactly(
                        new AvailableNumber(
                                "+18089251571",
                                "(808) 925-1571",
                                Optional.of("Hilo"),
                                Optional.of("HI"),
                                true,
                                Optional.of(AddressRequirement.NONE)),
                        new AvailableNumber(
                                "+4915735980000",
                                "01573 5980000",
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                Optional.of(AddressRequirement.FOREIGN)));
        TwilioServer.Request request = twilio.requests().getFirst();
        assertThat(request.path()).isEqualTo(PATH + "/AvailablePhoneNumbers/US/Local.json");
        assertThat(request.query()).isEqualTo("SmsEnabled=true&Contains=%2B1808*5&AreaCode=808&PageSize=100");
    }

    @ParameterizedTest
    @CsvSource({"TOLL_FREE, TollFree", "MOBILE, Mobile"})
    void searchesWhereTwilioKeepsTheType(NumberType type, String resource) throws Exception {
        twilio.replies(200, "{\"available_phone_numbers\": []}");

        assertThat(numbers().search(new NumberSearch("GB", type))).isEmpty();
        assertThat(twilio.requests().getFirst().path())
                .isEqualTo(PATH + "/AvailablePhoneNumbers/GB/" + resource + ".json");
    }

    @ParameterizedTest
    @CsvSource({
        "us,,",
        "USA,,",
        "../,,",
        "U/,,",
        "US,5,",
        "US,12345678901234567,",
        "US,4 5,",
        "US,,1",
        "US,,41a",
        "US,,4155"
    })
    void aSearchThatTwilioWouldNotUnderstandIsNotAsked(String country, String contains, String areaCode) {
        assertThat(failure(() -> numbers().search(new NumberSearch(country, NumberType.LOCAL, contains, areaCode)))
                        .reason())
                .isEqualTo(Reason.INVALID_VALUE);
        assertThat(twilio.requests()).isEmpty();
    }

    @Test
    void buysTheNumberThatWasChosen() throws Exception {
        twilio.replies(201, number(true, "local"));

        assertThat(numbers().buy("+14155550100").sid()).isEqualTo(SID);

        TwilioServer.Request request = twilio.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo(PATH + "/IncomingPhoneNumbers.json");
        assertThat(request.form()).containsExactlyEntriesOf(Map.of("PhoneNumber", "+14155550100"));
    }

    @ParameterizedTest
    @ValueSource(ints = {21422, 21421, 21452, 21615, 21631, 21649, 21650, 10002, 22102})
    void aNumberThatIsNotSoldIsRefusedInTheDictionarysWords(int code) {
        twilio.replies(400, "{\"code\": " + code + ", \"message\": \"+14155550100 is not available.\"}");

        AccountException failure = failure(() -> numbers().buy("+14155550100"));

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure.providerCode()).hasValue(code);
        assertThat(failure.operatorText(Locale.ENGLISH))
                .isEqualTo(TwilioErrors.of(code).operatorText().en());
        assertThat(failure.toString()).doesNotContain("4155550100");
    }

    @ParameterizedTest
    @CsvSource({"500, <html>", "503, '{\"code\": 20503}'", "201, '{\"sid\": \"PN'", "201, {}"})
    void aPurchaseThatMayHaveBeenMadeIsNotRepeatedAndSaysSo(int status, String body) {
        twilio.replies(status, body);

        assertMayBeBought(failure(() -> numbers().buy("+14155550100")));
        assertThat(twilio.requests()).hasSize(1);
    }

    @Test
    void aPurchaseThatIsNotAnsweredIsNotRepeatedAndSaysSo() throws Exception {
        for (var behaviour :
                List.of(RawServer.Behaviour.HANGS, RawServer.Behaviour.RESETS, RawServer.Behaviour.CLOSES)) {
            try (var server = new RawServer(behaviour)) {
                var unanswering = new TestAccount(server.origin(), Duration.ofSeconds(1));

                assertMayBeBought(
                        failure(() -> unanswering.open().phoneNumbers().buy("+14155550100")));
                assertThat(server.requests()).isEqualTo(1);
            }
        }
    }

    @Test
    void aPurchaseThatCouldNotReachTwilioWasNotMade() throws Exception {
        var nowhere = new TestAccount(closedPort());

        assertThat(failure(() -> nowhere.open().phoneNumbers().buy("+14155550100"))
                        .reason())
                .isEqualTo(Reason.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4155550100", "+1 415 555 0100", "+1", "+0123456789"})
    void whatIsNoNumberIsNotBought(String number) {
        assertThat(failure(() -> numbers().buy(number)).reason()).isEqualTo(Reason.INVALID_VALUE);
        assertThat(twilio.requests()).isEmpty();
    }

    private static URI closedPort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static void assertMayBeBought(AccountException failure) {
        assertThat(failure.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(failure.operatorText(Locale.ENGLISH)).contains("may have been bought");
        assertThat(failure.operatorText(Locale.GERMAN)).contains("vielleicht trotzdem gekauft");
    }

    private static AccountException failure(ThrowingCallable call) {
        AccountException failure = catchThrowableOfType(AccountException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }

    private static String owned(String next, boolean sms, String type) {
        return "{\"incoming_phone_numbers\": [" + number(sms, type) + "], \"next_page_uri\": " + next + "}";
    }

    @Test
    void buysNothingAgainEvenWhereTwilioDidNotProcessIt() {
        twilio.replies(429, "{\"code\": 20429, \"status\": 429}");

        assertThat(failure(() -> numbers().buy("+14155550100")).reason()).isEqualTo(Reason.TOO_MANY_REQUESTS);
        assertThat(twilio.requests()).hasSize(1);
    }

    private static String number(boolean sms, String type) {
        return """
                {"sid": "%s", "phone_number": "+14155550100", "friendly_name": "(415) 555-0100",
                 "capabilities": {"voice": true, "sms": %s, "mms": true, "fax": false}, "type": "%s"}
                """.formatted(SID, sms, type);
    }
}
