package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ziffer.twilio.AccountException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How Messaging Services are read, created and filled. */
final class MessagingServicesTest {

    private static final String SERVICE = Configs.SERVICE_SID;
    private static final String OTHER = "MGffffffffffffffffffffffffffffffff";
    private static final String PATH = "/v1/Services";
    private static final String NUMBER = "PN0123456789abcdef0123456789abcdef";

    @AutoClose
    private final TwilioServer twilio = new TwilioServer();

    private final TestAccount test = new TestAccount(twilio.origin());

    MessagingServicesTest() throws IOException {}

    private MessagingServices services() {
        return test.open().messagingServices();
    }

    @Test
    void listsThemOverSeveralPages() throws Exception {
        twilio.replies(
                        200,
                        page("services", twilio.origin() + PATH + "?PageSize=100&Page=1", service(SERVICE, "Codes")))
                .replies(200, page("services", null, service(OTHER, "Offers")));

        Listing<MessagingService> services = services().all();

        assertThat(services.items())
                .containsExactly(
                        new MessagingService(SERVICE, "Codes", Optional.of("verification"), false),
                        new MessagingService(OTHER, "Offers", Optional.of("verification"), false));
        assertThat(services.complete()).isTrue();
        assertThat(twilio.requests())
                .extracting(TwilioServer.Request::query)
                .containsExactly("PageSize=100", "PageSize=100&Page=1");
        assertThat(test.products).containsExactly("messaging");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/v1/Services?Page=1",
                "//elsewhere.example/v1/Services?Page=1",
                "http://127.0.0.1:1/v1/Services?Page=1",
                "/v1/Services/../Tollfree?Page=1",
                "/v1/Services?Page=not a URI",
                "mailto:page@elsewhere.example",
            })
    void doesNotFollowANextPageToAnotherPlaceAndSaysThatSomethingIsMissing(String next) throws Exception {
        twilio.replies(200, page("services", next, service(SERVICE, "Codes")));

        Listing<MessagingService> services = services().all();

        assertThat(services.items()).hasSize(1);
        assertThat(services.complete()).isFalse();
        assertThat(twilio.requests()).hasSize(1);
    }

    @Test
    void endsAListThatDoesNot() throws Exception {
        for (int page = 0; page < 11; page++) {
            twilio.replies(200, page("services", PATH + "?Page=1", service(SERVICE, "Codes")));
        }

        Listing<MessagingService> services = services().all();

        assertThat(services.items()).hasSize(10);
        assertThat(services.complete()).isFalse();
        assertThat(twilio.requests()).hasSize(10);
    }

    @Test
    void leavesOutWhatCannotBeReadAndSaysSo() throws Exception {
        twilio.replies(200, page("services", null, "{\"sid\": 5}", service(SERVICE, "Codes")));

        Listing<MessagingService> services = services().all();

        assertThat(services.items()).hasSize(1);
        assertThat(services.complete()).isFalse();
    }

    @Test
    void createsAServiceForVerificationCodes() throws Exception {
        twilio.replies(201, service(SERVICE, "Shop & Söhne"));

        MessagingService created = services().create("Shop & Söhne");

        assertThat(created.sid()).isEqualTo(SERVICE);
        TwilioServer.Request request = twilio.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo(PATH);
        assertThat(request.form())
                .containsExactlyInAnyOrderEntriesOf(Map.of("FriendlyName", "Shop & Söhne", "Usecase", "verification"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345678901234567890123456789012345678901234567890123456789012345"})
    void aNameThatTwilioWouldRefuseIsNotSent(String name) {
        assertInvalid(() -> services().create(name));
    }

    @Test
    void aServiceWhoseAnswerDoesNotComeMayHaveBeenCreatedAndIsNotAskedForAgain() throws Exception {
        try (var server = new RawServer(RawServer.Behaviour.HANGS)) {
            MessagingServices services = new TestAccount(server.origin(), Duration.ofSeconds(1))
                    .open()
                    .messagingServices();

            AccountException failure = failure(() -> services.create("Codes"));

            assertThat(failure.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
            assertThat(failure.operatorText(Locale.ENGLISH)).contains("may have been made");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"500, <html>", "201, <html>", "201, {}", "302, ''"})
    void aChangeWhoseAnswerSaysNothingMayHaveBeenMade(int status, String body) {
        twilio.replies(status, body);

        assertThat(failure(() -> services().create("Codes")).reason()).isEqualTo(Reason.OUTCOME_UNKNOWN);
        assertThat(twilio.requests()).hasSize(1);
    }

    @Test
    void aChangeThatTwilioDidNotProcessIsAskedForAgain() throws Exception {
        twilio.replies(429, "{\"code\": 20429}").replies(201, service(SERVICE, "Codes"));

        assertThat(services().create("Codes").sid()).isEqualTo(SERVICE);
        assertThat(twilio.requests()).hasSize(2);
    }

    @Test
    void listsNumbersNamesAndShortCodesOfAService() throws Exception {
        twilio.replies(200, page("phone_numbers", null, number(NUMBER)))
                .replies(200, page("alpha_senders", null, "{\"sid\": \"AI1\", \"alpha_sender\": \"Shop\"}"))
                .replies(
                        200,
                        page(
                                "short_codes",
                                null,
                                "{\"sid\": \"SC1\", \"short_code\": \"12345\", \"country_code\": \"US\"}"));

        Listing<Sender> senders = services().senders(SERVICE);

        assertThat(senders.items())
                .containsExactly(
                        new Sender(Sender.Kind.PHONE_NUMBER, NUMBER, "+14155550100", Optional.of("US")),
                        new Sender(Sender.Kind.ALPHA_SENDER, "AI1", "Shop", Optional.empty()),
                        new Sender(Sender.Kind.SHORT_CODE, "SC1", "12345", Optional.of("US")));
        assertThat(senders.complete()).isTrue();
        assertThat(twilio.requests())
                .extracting(TwilioServer.Request::path)
                .containsExactly(
                        PATH + "/" + SERVICE + "/PhoneNumbers",
                        PATH + "/" + SERVICE + "/AlphaSenders",
                        PATH + "/" + SERVICE + "/ShortCodes");
    }

    @Test
    void tellsWhichNumbersAreInWhichService() throws Exception {
        twilio.replies(200, page("services", null, service(SERVICE, "Codes"), service(OTHER, "Offers")))
                .replies(200, page("phone_numbers", null))
                .replies(200, page("phone_numbers", null, number(NUMBER)));

        Listing<Membership> memberships = services().memberships();

        assertThat(memberships.items()).singleElement().satisfies(membership -> {
            assertThat(membership.numberSid()).isEqualTo(NUMBER);
            assertThat(membership.service().sid()).isEqualTo(OTHER);
        });
        assertThat(memberships.complete()).isTrue();
    }

    @Test
    void looksIntoFiftyServicesAtMostAndSaysSo() throws Exception {
        String[] many = new String[51];
        for (int i = 0; i < many.length; i++) {
            many[i] = service("MG%032x".formatted(i), "Service " + i);
        }
        twilio.replies(200, page("services", null, many));
        for (int i = 0; i < many.length; i++) {
            twilio.replies(200, page("phone_numbers", null));
        }

        assertThat(services().memberships().complete()).isFalse();
        assertThat(twilio.requests()).hasSize(51);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void attachesANumber(int status) throws Exception {
        twilio.replies(status, number(NUMBER));

        services().attach(SERVICE, NUMBER);

        TwilioServer.Request request = twilio.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo(PATH + "/" + SERVICE + "/PhoneNumbers");
        assertThat(request.form()).containsExactlyEntriesOf(Map.of("PhoneNumberSid", NUMBER));
    }

    @Test
    void aNumberThatIsAttachedAlreadyStaysSo() throws Exception {
        twilio.replies(409, "{\"code\": 21710}");

        services().attach(SERVICE, NUMBER);

        assertThat(twilio.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {21712, 21714, 21715})
    void aNumberThatCannotBeAttachedIsRefusedInTheDictionarysWords(int code) {
        twilio.replies(409, "{\"code\": " + code + "}");

        AccountException failure = failure(() -> services().attach(SERVICE, NUMBER));

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure.providerCode()).hasValue(code);
        assertThat(failure.operatorText(Locale.GERMAN))
                .isEqualTo(TwilioErrors.of(code).operatorText().de());
    }

    @Test
    void detachesANumber() throws Exception {
        twilio.replies(204, "");

        services().detach(SERVICE, NUMBER);

        TwilioServer.Request request = twilio.requests().getFirst();
        assertThat(request.method()).isEqualTo("DELETE");
        assertThat(request.path()).isEqualTo(PATH + "/" + SERVICE + "/PhoneNumbers/" + NUMBER);
    }

    @Test
    void detachingANumberThatIsNotThereFails() {
        twilio.replies(404, "{\"code\": 20404}");

        assertThat(failure(() -> services().detach(SERVICE, NUMBER)).reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void addsASenderName() throws Exception {
        twilio.replies(201, "{\"sid\": \"AI1\", \"alpha_sender\": \"Shop & Co\", \"capabilities\": [\"SMS\"]}");

        assertThat(services().addAlphaSender(SERVICE, "Shop & Co").name()).isEqualTo("Shop & Co");
        assertThat(twilio.requests().getFirst().path()).isEqualTo(PATH + "/" + SERVICE + "/AlphaSenders");
        assertThat(twilio.requests().getFirst().form()).containsExactlyEntriesOf(Map.of("AlphaSender", "Shop & Co"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "TwelveLetter", "Grüße", "a.b"})
    void aSenderNameThatTwilioWouldRefuseIsNotSent(String name) {
        assertInvalid(() -> services().addAlphaSender(SERVICE, name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MG",
                "PN0123456789abcdef0123456789abcdef",
                "MG0123456789abcdef0123456789abcde/",
                "MG0123456789abcdef0123456789abcdef/../x",
                "../Tollfree"
            })
    void whatIsNoSidOfAServiceGetsIntoNoPath(String sid) {
        assertInvalid(() -> services().senders(sid));
        assertInvalid(() -> services().attach(sid, NUMBER));
        assertInvalid(() -> services().detach(sid, NUMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+14155550100", "MG0123456789abcdef0123456789abcdef", ".."})
    void whatIsNoSidOfANumberGetsIntoNoPath(String sid) {
        assertInvalid(() -> services().attach(SERVICE, sid));
        assertInvalid(() -> services().detach(SERVICE, sid));
    }

    private void assertInvalid(ThrowingCallable call) {
        AccountException failure = failure(call);
        assertThat(failure.reason()).isEqualTo(Reason.INVALID_VALUE);
        assertThat(failure.operatorText(Locale.GERMAN)).isNotEqualTo(failure.operatorText(Locale.ENGLISH));
        assertThat(twilio.requests()).isEmpty();
    }

    private static AccountException failure(ThrowingCallable call) {
        AccountException failure = catchThrowableOfType(AccountException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }

    private static String service(String sid, String name) {
        return """
                {"sid": "%s", "friendly_name": "%s", "usecase": "verification", "us_app_to_person_registered": false}
                """.formatted(sid, name);
    }

    private static String number(String sid) {
        return """
                {"sid": "%s", "phone_number": "+14155550100", "country_code": "US", "capabilities": ["SMS"]}
                """.formatted(sid);
    }

    private static String page(String key, @Nullable String next, String... entries) {
        return """
                {"meta": {"page": 0, "next_page_url": %s, "key": "%s"}, "%s": [%s]}
                """.formatted(next == null ? "null" : "\"" + next + "\"", key, key, String.join(",", entries));
    }
}
