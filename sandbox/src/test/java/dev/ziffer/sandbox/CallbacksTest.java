package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.security.RequestValidator;
import com.twilio.type.PhoneNumber;
import dev.ziffer.sandbox.Receiver.Told;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Programs are told what becomes of their messages, and what they are told is signed as Twilio signs. */
final class CallbacksTest {

    private static final PhoneNumber PHONE = new PhoneNumber(Client.PHONE);
    private static final PhoneNumber SENDER = new PhoneNumber(TestNumbers.SENDER);
    private static final Duration STEP = Duration.ofMillis(400);

    private final SettableClock clock = new SettableClock();
    private Sdk sdk;
    private Receiver receiver;

    @BeforeEach
    void start() throws IOException {
        sdk = new Sdk(SandboxOptions.DEFAULTS.withPort(0).withClock(clock));
        receiver = new Receiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
        sdk.close();
    }

    @Test
    void tellOfEachStatusAsItComes() {
        String sid = send(receiver.url("/told"));

        clock.advance(STEP);
        assertThat(receiver.next().status()).isEqualTo("queued");
        clock.advance(STEP.multipliedBy(2));
        assertThat(receiver.next().status()).isEqualTo("sent");
        clock.advance(STEP.multipliedBy(2));
        Told last = receiver.next();
        assertThat(last.form())
                .containsEntry("MessageSid", sid)
                .containsEntry("SmsSid", sid)
                .containsEntry("MessageStatus", "delivered")
                .containsEntry("SmsStatus", "delivered")
                .containsEntry("AccountSid", Client.ACCOUNT)
                .containsEntry("MessagingServiceSid", Sdk.SERVICE)
                .containsEntry("From", TestNumbers.SENDER)
                .containsEntry("To", Client.PHONE)
                .containsEntry("ApiVersion", "2010-04-01")
                .containsEntry("RawDlrDoneDate", "2601311200")
                .doesNotContainKey("ErrorCode");
        assertThat(logged(3)).extracting(entry -> entry.get("answered").asInt()).containsOnly(204);
    }

    @Test
    void areSignedOverTheAddressWithoutItsFragment() {
        String address = receiver.url("/told?id=a%2Bb&empty=");
        send(address + "#rc=2&rp=5xx");
        clock.advance(Duration.ofSeconds(2));

        assertThat(receiver.next(3)).allSatisfy(told -> {
            assertThat(told.path()).isEqualTo("/told?id=a%2Bb&empty=");
            assertThat(new RequestValidator(Client.ZEROS).validate(address, told.form(), told.signature()))
                    .isTrue();
            assertThat(new RequestValidator("another token").validate(address, told.form(), told.signature()))
                    .isFalse();
        });
    }

    @Test
    void areSignedAsTwilioSays() {
        var form = new TreeMap<>(Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212"));

        assertThat(Signature.of("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", form))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        assertThat(CallbackPost.address("http://me:secret@localhost:80/a?b=@c#rc=1"))
                .isEqualTo("http://localhost:80/a?b=@c");
    }

    @Test
    void doNotTellWhatTheAnswerSaidAlready() {
        Message.creator(PHONE, SENDER, "Hello")
                .setStatusCallback(receiver.url("/told"))
                .create(sdk.twilio);
        clock.advance(Duration.ofSeconds(2));

        assertThat(receiver.next(2)).extracting(Told::status).containsExactly("sent", "delivered");
        assertThat(receiver.hasMore()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"+15005530034, sent, undelivered, 30034", "+15005521610, queued, failed, 21610"})
    void tellWhatWentWrong(String to, String before, String end, String error) {
        Message.creator(new PhoneNumber(to), Sdk.SERVICE, "Hello")
                .setStatusCallback(receiver.url("/told"))
                .create(sdk.twilio);
        clock.advance(Duration.ofSeconds(2));

        Told last = receiver.next();
        for (; !last.status().equals(end); last = receiver.next()) {
            assertThat(last.status()).isIn("queued", before);
        }
        assertThat(last.form()).containsEntry("ErrorCode", error).containsKey("ErrorMessage");
    }

    @Test
    void goToTheServicesAddressUnlessTheMessageHasOne() {
        Service.updater(Sdk.SERVICE).setStatusCallback(receiver.url("/service")).update(sdk.twilio);
        Message.creator(PHONE, Sdk.SERVICE, "Hello").create(sdk.twilio);
        clock.advance(Duration.ofSeconds(2));
        assertThat(receiver.next(3)).extracting(Told::path).containsOnly("/service");

        send(receiver.url("/message"));
        clock.advance(Duration.ofSeconds(2));
        assertThat(receiver.next(3)).extracting(Told::path).containsOnly("/message");
    }

    @Test
    void comeTwice() {
        fault("callbacks", "duplicated");
        send(receiver.url("/told"));
        clock.advance(Duration.ofSeconds(2));

        assertThat(receiver.next(6))
                .extracting(Told::status)
                .containsExactly("queued", "queued", "sent", "sent", "delivered", "delivered");
    }

    @Test
    void comeBackwards() {
        fault("callbacks", "reordered");
        send(receiver.url("/told"));
        clock.advance(Duration.ofSeconds(2));

        assertThat(receiver.next(3)).extracting(Told::status).containsExactly("delivered", "sent", "queued");
    }

    @Test
    void comeLate() {
        fault("callbacks", "late", "lateness", "60000");
        send(receiver.url("/late"));
        fault();
        clock.advance(Duration.ofSeconds(59));
        send(receiver.url("/in-time"));
        clock.advance(Duration.ofMillis(1_300));
        assertThat(receiver.next(2)).extracting(Told::path).containsOnly("/in-time");

        clock.advance(Duration.ofSeconds(5));
        assertThat(receiver.next(4)).extracting(Told::path).containsOnlyOnce("/in-time");
    }

    @Test
    void stayFaultyWhenAnotherFaultIsOver() {
        fault("callbacks", "duplicated", "fault", "too_many_requests", "next", "1");
        assertThat(sdk.http.send(Client.PHONE, "Hello").statusCode()).isEqualTo(429);

        JsonNode fault = Client.json(sdk.http.get("/faults"));
        assertThat(fault.get("fault").asString()).isEqualTo("none");
        assertThat(fault.get("callbacks").asString()).isEqualTo("duplicated");
    }

    @ParameterizedTest
    @CsvSource({
        "500, '',                  1",
        "500, '#rc=3',             1",
        "500, '#rc=3&rp=5xx',      4",
        "500, '#rc=2&rp=all',      3",
        "404, '#rc=2&rp=5xx',      1",
        "404, '#rc=1&rp=4xx,5xx',  2",
        "500, '#rc=6&rp=5xx',      2",
        "200, '#rc=5&rp=all',      1"
    })
    void areTriedAgainAsTheAddressSays(int status, String fragment, int tries) {
        receiver.answer(status);
        Message.creator(new PhoneNumber("+15005550010"), SENDER, "Hello")
                .setStatusCallback(receiver.url("/told" + fragment))
                .create(sdk.twilio);
        clock.advance(Duration.ofSeconds(2));

        List<Told> told = receiver.next(tries);
        assertThat(told).extracting(Told::token).containsOnly(told.getFirst().token());
        JsonNode entry = logged(1).getFirst();
        assertThat(entry.get("tries").asInt()).isEqualTo(tries);
        assertThat(entry.get("answered").asInt()).isEqualTo(status);
        assertThat(entry.get("outcome").asString()).isEqualTo("answered");
        assertThat(receiver.hasMore()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', 2", "#rc=0, 1", "#rc=4, 5", "#rc=4&rp=rt, 1"})
    void areTriedAgainWhenNobodyListens(String fragment, int tries) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Message.creator(new PhoneNumber("+15005550010"), SENDER, "Hello")
                .setStatusCallback("http://127.0.0.1:" + port + "/" + fragment)
                .create(sdk.twilio);
        clock.advance(Duration.ofSeconds(2));

        JsonNode entry = logged(1).getFirst();
        assertThat(entry.get("outcome").asString()).isEqualTo("unreachable");
        assertThat(entry.get("tries").asInt()).isEqualTo(tries);
    }

    @Test
    void areGivenUpWhenNobodyAnswersInTime() {
        CountDownLatch never = new CountDownLatch(1);
        receiver.hold(never);
        Message.creator(new PhoneNumber("+15005550010"), SENDER, "Hello")
                .setStatusCallback(receiver.url("/told#rc=1&rp=rt&rt=100"))
                .create(sdk.twilio);
        clock.advance(Duration.ofSeconds(2));

        JsonNode entry = logged(1).getFirst();
        assertThat(entry.get("outcome").asString()).isEqualTo("unreachable");
        assertThat(entry.get("tries").asInt()).isEqualTo(2);
        never.countDown();
    }

    @Test
    void doNotHoldUpMessagesAndAreSixteenAtOnceAtMost() {
        CountDownLatch answers = new CountDownLatch(1);
        receiver.hold(answers);
        for (int i = 0; i < 40; i++) {
            send(receiver.url("/told"));
        }
        clock.advance(STEP);

        receiver.next(16);
        assertThat(send(receiver.url("/told"))).startsWith("SM");
        assertThat(receiver.waiting()).isEqualTo(16);
        assertThat(receiver.hasMore()).isFalse();
        answers.countDown();
        receiver.next(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com/told", "http://192.0.2.1/told", "http://localhost.example.com/"})
    void leaveThisMachineForNobody(String address) {
        send(address);
        clock.advance(Duration.ofSeconds(2));

        JsonNode entry = logged(1).getFirst();
        assertThat(entry.get("outcome").asString()).isEqualTo("not_local");
        assertThat(entry.get("url").asString()).isEqualTo(address);
        assertThat(entry.get("tries").asInt()).isZero();
    }

    @Test
    void areForgottenWithTheMessages() {
        send(receiver.url("/forgotten"));
        sdk.http.call("DELETE", "/messages");
        send(receiver.url("/kept"));
        clock.advance(Duration.ofSeconds(2));

        assertThat(receiver.next(3)).extracting(Told::path).containsOnly("/kept");
        assertThat(receiver.hasMore()).isFalse();
    }

    @Test
    void ofTheNewest200AreKept() {
        for (int i = 0; i < 201; i++) {
            send("https://example.com/" + i);
        }

        assertThat(logged(200).getFirst().get("url").asString()).endsWith("/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"callbacks=lost", "lateness=-1", "lateness=600001"})
    void refuseAFaultThatTheyDoNotKnow(String setting) {
        String[] pair = setting.split("=", 2);

        var response = sdk.http.call("PUT", "/faults", pair[0], pair[1]);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith(pair[0] + " is ");
    }

    private String send(String callback) {
        return Message.creator(PHONE, Sdk.SERVICE, "Your code is 123456")
                .setStatusCallback(callback)
                .create(sdk.twilio)
                .getSid();
    }

    private void fault(String... form) {
        assertThat(sdk.http.call("PUT", "/faults", form).statusCode()).isEqualTo(200);
    }

    /** What became of callbacks, as soon as there are so many. */
    private List<JsonNode> logged(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            JsonNode all = Client.json(sdk.http.get("/callbacks"));
            if (all.size() >= count) {
                return all.valueStream().toList();
            }
        }
        throw new AssertionError("there are not " + count);
    }
}
