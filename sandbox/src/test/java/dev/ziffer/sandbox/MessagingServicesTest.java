package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.base.ResourceSet;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.service.AlphaSender;
import com.twilio.rest.messaging.v1.service.PhoneNumber;
import com.twilio.rest.messaging.v1.service.ShortCode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messaging Services and what they send from, through Twilio's official SDK. */
final class MessagingServicesTest {

    private static final String UNKNOWN = "MG" + "9".repeat(32);

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
    void oneWithANumberIsThereAtFirst() {
        var service = Service.fetcher(Sdk.SERVICE).fetch(sdk.twilio);

        assertThat(service.getFriendlyName()).isEqualTo("Ziffer");
        assertThat(service.getUsecase()).isEqualTo("undeclared");
        assertThat(service.getValidityPeriod()).isEqualTo(36_000);
        assertThat(service.getUsAppToPersonRegistered()).isFalse();
        assertThat(PhoneNumber.reader(Sdk.SERVICE).read(sdk.twilio))
                .extracting(number -> number.getPhoneNumber().toString())
                .containsExactly("+15005550006");
        assertThat(AlphaSender.reader(Sdk.SERVICE).read(sdk.twilio)).isEmpty();
        assertThat(ShortCode.reader(Sdk.SERVICE).read(sdk.twilio)).isEmpty();
    }

    @Test
    void isCreatedChangedAndDeleted() {
        var created = Service.creator("Codes")
                .setUsecase("verification")
                .setValidityPeriod(600)
                .setStatusCallback(URI.create("https://example.com/twilio"))
                .setStickySender(false)
                .create(sdk.twilio);
        assertThat(created.getSid()).matches("MG[0-9a-f]{32}");
        assertThat(created.getUsecase()).isEqualTo("verification");
        assertThat(created.getStickySender()).isFalse();
        assertThat(created.getStatusCallback()).hasToString("https://example.com/twilio");

        Service.updater(created.getSid())
                .setFriendlyName("One-time codes")
                .setStatusCallback("")
                .update(sdk.twilio);
        var changed = Service.fetcher(created.getSid()).fetch(sdk.twilio);
        assertThat(changed.getFriendlyName()).isEqualTo("One-time codes");
        assertThat(changed.getValidityPeriod()).isEqualTo(600);
        assertThat(sdk.http.get("/v1/Services/" + created.getSid()).body()).contains("\"status_callback\":null");

        assertThat(Service.deleter(created.getSid()).delete(sdk.twilio)).isTrue();
        assertThat(Sdk.code(() -> Service.fetcher(created.getSid()).fetch(sdk.twilio)))
                .isEqualTo(20404);
        assertThat(Sdk.code(() -> Service.deleter(created.getSid()).delete(sdk.twilio)))
                .isEqualTo(20404);
    }

    @Test
    void needsANameOf64CharactersAtMost() {
        assertThat(Sdk.code(() -> Service.creator("").create(sdk.twilio))).isEqualTo(20001);
        assertThat(Sdk.code(() -> Service.creator("ä".repeat(65)).create(sdk.twilio)))
                .isEqualTo(20001);
        assertThat(Service.creator("ä".repeat(64)).create(sdk.twilio).getFriendlyName())
                .hasSize(64);
    }

    @Test
    void refusesSettingsThatTwilioRefuses() {
        assertThat(Sdk.code(() -> Service.creator("A").setUsecase("otp").create(sdk.twilio)))
                .isEqualTo(21713);
        assertThat(Sdk.code(() -> Service.creator("A").setValidityPeriod(0).create(sdk.twilio)))
                .isEqualTo(21624);
        assertThat(Sdk.code(
                        () -> Service.creator("A").setStatusCallback("ftp://a").create(sdk.twilio)))
                .isEqualTo(21609);
        assertThat(Sdk.code(() -> Service.updater(Sdk.SERVICE).setUsecase("otp").update(sdk.twilio)))
                .isEqualTo(21713);
        assertThat(Service.fetcher(Sdk.SERVICE).fetch(sdk.twilio).getUsecase()).isEqualTo("undeclared");
    }

    @Test
    void isListedOnPages() {
        for (int i = 0; i < 5; i++) {
            Service.creator("Service " + i).create(sdk.twilio);
        }

        ResourceSet<Service> services = Service.reader().pageSize(3).read(sdk.twilio);

        assertThat(names(services))
                .containsExactly(
                        "Ziffer", "Reminders", "Service 0", "Service 1", "Service 2", "Service 3", "Service 4");
        var second = Client.json(sdk.http.get("/v1/Services?PageSize=3&Page=1")).get("meta");
        assertThat(second.get("key").asString()).isEqualTo("services");
        assertThat(second.get("page").asInt()).isEqualTo(1);
        assertThat(second.get("next_page_url").asString())
                .isEqualTo(sdk.sandbox.uri() + "/v1/Services?PageSize=3&Page=2");
        assertThat(second.get("previous_page_url").asString()).endsWith("Page=0");
        assertThat(Client.json(sdk.http.get("/v1/Services?PageSize=1001"))
                        .get("code")
                        .asInt())
                .isEqualTo(20007);
    }

    @Test
    void areAHundredAtMost() {
        for (int i = 0; i < 98; i++) {
            Service.creator("Service " + i).create(sdk.twilio);
        }

        assertThat(Sdk.code(() -> Service.creator("One more").create(sdk.twilio)))
                .isEqualTo(20001);
    }

    @Test
    void takesANumberOnce() {
        var added = PhoneNumber.creator(Sdk.SERVICE, Sdk.FREE).create(sdk.twilio);

        assertThat(added.getSid()).isEqualTo(Sdk.FREE);
        assertThat(added.getServiceSid()).isEqualTo(Sdk.SERVICE);
        assertThat(added.getPhoneNumber()).hasToString("+15005550012");
        assertThat(added.getCapabilities()).contains("SMS");
        assertThat(added.getCountryCode()).isEqualTo("US");
        assertThat(Sdk.code(() -> PhoneNumber.creator(Sdk.SERVICE, Sdk.FREE).create(sdk.twilio)))
                .isEqualTo(21710);
    }

    @Test
    void refusesANumberInAnotherService() {
        assertThat(Sdk.code(() ->
                        PhoneNumber.creator(Sdk.SERVICE, Sdk.IN_OTHER_SERVICE).create(sdk.twilio)))
                .isEqualTo(21712);

        PhoneNumber.deleter(Sdk.OTHER_SERVICE, Sdk.IN_OTHER_SERVICE).delete(sdk.twilio);
        assertThat(PhoneNumber.creator(Sdk.SERVICE, Sdk.IN_OTHER_SERVICE)
                        .create(sdk.twilio)
                        .getServiceSid())
                .isEqualTo(Sdk.SERVICE);
    }

    @Test
    void takesTheNumbersOfAServiceThatWasDeleted() {
        Service.deleter(Sdk.OTHER_SERVICE).delete(sdk.twilio);

        assertThat(PhoneNumber.creator(Sdk.SERVICE, Sdk.IN_OTHER_SERVICE)
                        .create(sdk.twilio)
                        .getServiceSid())
                .isEqualTo(Sdk.SERVICE);
    }

    @Test
    void refusesANumberThatCannotSendSmsAndOneThatIsNotThere() {
        assertThat(Sdk.code(
                        () -> PhoneNumber.creator(Sdk.SERVICE, Sdk.VOICE_ONLY).create(sdk.twilio)))
                .isEqualTo(21715);
        assertThat(Sdk.code(() ->
                        PhoneNumber.creator(Sdk.SERVICE, "PN" + "9".repeat(32)).create(sdk.twilio)))
                .isEqualTo(20404);
        assertThat(Sdk.code(() -> PhoneNumber.creator(UNKNOWN, Sdk.FREE).create(sdk.twilio)))
                .isEqualTo(20404);
        assertThat(Sdk.code(() -> PhoneNumber.creator(Sdk.SERVICE, "").create(sdk.twilio)))
                .isEqualTo(20001);
        assertThat(Sdk.code(() -> PhoneNumber.fetcher(Sdk.SERVICE, Sdk.FREE).fetch(sdk.twilio)))
                .isEqualTo(20404);
        assertThat(Sdk.code(() -> PhoneNumber.deleter(Sdk.SERVICE, Sdk.FREE).delete(sdk.twilio)))
                .isEqualTo(20404);
        assertThat(Sdk.code(() -> PhoneNumber.reader(UNKNOWN).read(sdk.twilio))).isEqualTo(20404);
    }

    @Test
    void aNumberGoesIntoOneOfManyServicesThatTakeItAtOnce() throws InterruptedException {
        List<String> services = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            services.add(Service.creator("Service " + i).create(sdk.twilio).getSid());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> attempts = services.stream()
                    .map(sid -> (Callable<Integer>) () -> sdk.http
                            .post("/v1/Services/" + sid + "/PhoneNumbers", "PhoneNumberSid", Sdk.FREE)
                            .statusCode())
                    .toList();
            var answers = threads.invokeAll(attempts).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
            assertThat(answers).filteredOn(status -> status == 409).hasSize(19);
        }
    }

    @Test
    void holds400NumbersAtMost() {
        String numbers = "/2010-04-01/Accounts/" + Client.ACCOUNT + "/IncomingPhoneNumbers.json";
        String pool = "/v1/Services/" + Sdk.SERVICE + "/PhoneNumbers";
        List<String> bought = new ArrayList<>();
        for (String area : List.of("415", "212", "512", "206")) {
            IntStream.range(0, 100)
                    .forEach(_ -> bought.add(Client.json(sdk.http.post(numbers, "AreaCode", area))
                            .get("sid")
                            .asString()));
        }
        List<Integer> answers = bought.stream()
                .map(sid -> sdk.http.post(pool, "PhoneNumberSid", sid).statusCode())
                .toList();

        assertThat(answers).filteredOn(status -> status == 201).hasSize(399);
        assertThat(Sdk.code(
                        () -> PhoneNumber.creator(Sdk.SERVICE, bought.getLast()).create(sdk.twilio)))
                .isEqualTo(21714);
        assertThat(PhoneNumber.reader(Sdk.SERVICE).pageSize(150).read(sdk.twilio))
                .hasSize(400);
    }

    @Test
    void hasOneNameAtMost() {
        var added = AlphaSender.creator(Sdk.SERVICE, "Acme").create(sdk.twilio);
        assertThat(added.getSid()).matches("AI[0-9a-f]{32}");
        assertThat(added.getAlphaSender()).isEqualTo("Acme");

        assertThat(Sdk.code(() -> AlphaSender.creator(Sdk.SERVICE, "Acme").create(sdk.twilio)))
                .isEqualTo(21710);
        assertThat(Sdk.code(() -> AlphaSender.creator(Sdk.SERVICE, "Other").create(sdk.twilio)))
                .isEqualTo(21714);
        assertThat(AlphaSender.reader(Sdk.SERVICE).read(sdk.twilio))
                .extracting(AlphaSender::getSid)
                .containsExactly(added.getSid());

        assertThat(AlphaSender.deleter(Sdk.SERVICE, added.getSid()).delete(sdk.twilio))
                .isTrue();
        assertThat(AlphaSender.reader(Sdk.SERVICE).read(sdk.twilio)).isEmpty();
        assertThat(Sdk.code(
                        () -> AlphaSender.fetcher(Sdk.SERVICE, added.getSid()).fetch(sdk.twilio)))
                .isEqualTo(20404);
    }

    @Test
    void refusesANameThatIsNoneAndEveryNameOfATrial() {
        assertThat(Sdk.code(() -> AlphaSender.creator(Sdk.SERVICE, "").create(sdk.twilio)))
                .isEqualTo(21708);
        assertThat(Sdk.code(
                        () -> AlphaSender.creator(Sdk.SERVICE, "Twelve chars").create(sdk.twilio)))
                .isEqualTo(21657);
        assertThat(Sdk.code(() -> AlphaSender.creator(Sdk.SERVICE, "12345").create(sdk.twilio)))
                .isEqualTo(21657);
        sdk.account("type", "Trial");
        assertThat(Sdk.code(() -> AlphaSender.creator(Sdk.SERVICE, "Acme").create(sdk.twilio)))
                .isEqualTo(21709);
    }

    @Test
    void listsWhatItCanBeFor() {
        var usecases = Client.json(sdk.http.get("/v1/Services/Usecases")).get("usecases");

        assertThat(usecases.valueStream().map(one -> one.get("usecase").asString()))
                .containsExactly("notifications", "marketing", "verification", "discussion", "poll", "undeclared");
        assertThat(usecases.valueStream().map(one -> one.get("purpose").asString()))
                .doesNotContain("");
    }

    private static List<String> names(Iterable<Service> services) {
        return StreamSupport.stream(services.spliterator(), false)
                .map(Service::getFriendlyName)
                .toList();
    }
}
