package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.ErrorCode;
import dev.ziffer.connector.Fault;
import dev.ziffer.connector.Message;
import dev.ziffer.connector.Outcome;
import dev.ziffer.connector.Retry;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.connector.UsageType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failed send says about the message, and that no failure sends it twice. */
final class OutcomeTest {

    private static final String ACCEPTED =
            TwilioServer.message(TwilioServer.sid(1), "accepted", "Thu, 24 Aug 2023 05:01:45 +0000");
    private static final String THROTTLED = "{\"code\": 20429, \"status\": 429}";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(8);

    private final TestPauses pauses = new TestPauses();
    private final HttpClient http = RestClient.httpClient();
    private TwilioServer twilio;

    @BeforeEach
    void start() throws Exception {
        twilio = new TwilioServer();
    }

    @AfterEach
    void stop() {
        twilio.close();
        http.close();
    }

    @Test
    void repeatsARefusedConnectionAndThenSaysThatNothingWasSent() throws Exception {
        ConnectorException failure = failure(closedPort(), DEADLINE);

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(pauses.taken)
                .containsExactly(
                        Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void aHostWithoutAnAddressMeansThatNothingWasSent() throws Exception {
        ConnectorException failure = failure(URI.create("http://nowhere.invalid"), DEADLINE);

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void aHostThatIsNotFoundInTimeMeansThatNothingWasSent() throws Exception {
        try (var server = new RawServer(RawServer.Behaviour.HANGS)) {
            URI origin =
                    URI.create("http://outcome.slow.test:" + server.origin().getPort());
            long start = System.nanoTime();

            ConnectorException failure = failure(origin, SOON);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            SlowHosts.answer("outcome.slow.test");
            assertThat(failure(origin, SOON).outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void repeatsWhatTwilioDidNotProcessForTooManyRequests() throws Exception {
        twilio.replies(429, THROTTLED).replies(429, "").replies(201, ACCEPTED);
        pauses.jitter = 0.999_999;

        assertThat(open(twilio.origin(), DEADLINE).send(message()).messageId()).isEqualTo(TwilioServer.sid(1));
        assertThat(twilio.requests()).hasSize(3);
        assertThat(pauses.taken.get(0)).isBetween(Duration.ofMillis(99), Duration.ofMillis(100));
        assertThat(pauses.taken.get(1)).isBetween(Duration.ofMillis(199), Duration.ofMillis(200));
    }

    @Test
    void waitsAsLongAsTwilioAsksBeforeARepeat() throws Exception {
        twilio.replies(429, Map.of("Retry-After", "3"), THROTTLED).replies(201, ACCEPTED);

        open(twilio.origin(), DEADLINE).send(message());

        assertThat(pauses.taken).containsExactly(Duration.ofSeconds(3));
    }

    @Test
    void passesOnHowLongToWaitWhenThatIsLongerThanTheDeadline() throws Exception {
        twilio.replies(429, Map.of("Retry-After", "60"), THROTTLED);

        ConnectorException failure = failure(twilio.origin(), DEADLINE);

        assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.retryAfter()).hasValue(Duration.ofMinutes(1));
        assertThat(failure.providerCode()).hasValue(20429);
        assertThat(twilio.requests()).hasSize(1);
    }

    @Test
    void givesUpAfterFiveRequestsThatWereTooMany() throws Exception {
        for (int i = 0; i < 6; i++) {
            twilio.replies(429, THROTTLED);
        }

        ConnectorException failure = failure(twilio.origin(), DEADLINE);

        assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED);
        assertThat(failure.retryAfter()).isPresent();
        assertThat(twilio.requests()).hasSize(5);
    }

    @Test
    void doesNotRepeatAgainstAFullQueue() throws Exception {
        twilio.replies(429, "{\"code\": 21611, \"status\": 429}");

        ConnectorException failure = failure(twilio.origin(), DEADLINE);

        assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMIT_EXCEEDED);
        assertThat(failure.providerCode()).hasValue(21611);
        assertThat(twilio.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void doesNotRepeatWhatTwilioMayHaveProcessed(int status) throws Exception {
        twilio.replies(status, Map.of("Twilio-Request-Id", "RQ5"), "<html>oh</html>");

        ConnectorException failure = failure(twilio.origin(), DEADLINE);

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.requestId()).isEqualTo("RQ5");
        assertThat(twilio.requests()).hasSize(1);
    }

    @Test
    void aHangingTwilioIsLeftAtTheDeadlineAndNotAskedAgain() throws Exception {
        assertUnknownAfterOneRequest(RawServer.Behaviour.HANGS, SOON);
    }

    @Test
    void anAnswerThatNeverEndsIsLeftAtTheDeadline() throws Exception {
        assertUnknownAfterOneRequest(
                RawServer.Behaviour.writes("HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n{\"sid\":"), SOON);
    }

    @Test
    void aResetAfterTheRequestLeavesTheOutcomeUnknown() throws Exception {
        assertUnknownAfterOneRequest(RawServer.Behaviour.RESETS, DEADLINE);
    }

    @Test
    void aConnectionClosedAfterTheRequestLeavesTheOutcomeUnknown() throws Exception {
        assertUnknownAfterOneRequest(RawServer.Behaviour.CLOSES, DEADLINE);
    }

    @Test
    void anAnswerCutShortLeavesTheOutcomeUnknown() throws Exception {
        assertUnknownAfterOneRequest(
                RawServer.Behaviour.writesAndCloses("HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n{\"sid\":"),
                DEADLINE);
    }

    @Test
    void anAnswerThatIsNotHttpLeavesTheOutcomeUnknown() throws Exception {
        assertUnknownAfterOneRequest(RawServer.Behaviour.writesAndCloses("SSH-2.0-nothing\r\n\r\n"), DEADLINE);
    }

    @Test
    void anAnswerWithoutBoundsIsNotReadToItsEnd() throws Exception {
        assertUnknownAfterOneRequest(
                RawServer.Behaviour.writes(
                        "HTTP/1.1 201 Created\r\nContent-Length: 9999999\r\n\r\n" + "x".repeat((1 << 20) + 1)),
                DEADLINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "null", "[]", "{}", "{\"sid\": 5}", "{\"sid\": \"SM1\"}", "{\"sid\": \"SM"})
    void successThatCannotBeReadMayHaveSentTheMessage(String body) throws Exception {
        twilio.replies(201, body);

        ConnectorException failure = failure(twilio.origin(), DEADLINE);

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(twilio.requests()).hasSize(1);
    }

    @Test
    void doesNotFollowRedirects() throws Exception {
        twilio.replies(307, Map.of("Location", twilio.origin() + "/elsewhere"), "");

        ConnectorException failure = failure(twilio.origin(), DEADLINE);

        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
        assertThat(twilio.requests()).hasSize(1);
    }

    @Test
    void aRefusalBecauseOfTheNumberSaysSo() throws Exception {
        twilio.replies(
                400,
                Map.of("Twilio-Request-Id", "RQ7"),
                "{\"code\": 21211, \"message\": \"The 'To' number +14155550132 is not valid\", \"status\": 400}");

        ConnectorException failure = failure(twilio.origin(), DEADLINE);

        assertThat(failure.code()).isEqualTo(ErrorCode.GENERAL);
        assertThat(failure.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(failure.providerCode()).hasValue(21211);
        assertThat(failure.fault()).hasValue(Fault.NUMBER);
        assertThat(failure.retry()).hasValue(Retry.NO);
        assertThat(failure.requestId()).isEqualTo("RQ7");
        assertThat(failure.userText(Locale.GERMAN)).isNotEqualTo(failure.userText(Locale.ENGLISH));
        assertThat(failure.toString()).doesNotContain("4155550132").doesNotContain("123456");
    }

    @ParameterizedTest
    @CsvSource({"401, 20003", "403, 20403", "404, 20404", "400, 21701", "400, 99999"})
    void aRefusalBecauseOfTheOperatorIsNotTheNumbersFault(int status, int code) throws Exception {
        twilio.replies(status, "{\"code\": " + code + "}");

        assertOperatorsFault(failure(twilio.origin(), DEADLINE));
    }

    @Test
    void aRefusalWithoutACodeIsNotTheNumbersFault() throws Exception {
        twilio.replies(403, "<html>proxy</html>");

        ConnectorException failure = failure(twilio.origin(), DEADLINE);

        assertOperatorsFault(failure);
        assertThat(failure.providerCode()).isEmpty();
        assertThat(failure.operatorText(Locale.ENGLISH)).contains("HTTP 403", "proxy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "407 Proxy Authentication Required", "503 Service Unavailable"})
    void aProxyThatOpensNoTunnelMeansThatNothingWasSent(String status) throws Exception {
        ConnectorException failure = failureBehindAProxy(
                RawServer.Behaviour.writesAndCloses("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"));

        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.operatorText(Locale.ENGLISH)).contains("proxy");
    }

    @Test
    void aQuestionThatIsNotAnsweredSaysNothingAboutTheMessage() throws Exception {
        ConnectorException failure = catchThrowableOfType(
                ConnectorException.class, () -> open(closedPort(), DEADLINE).sentTo("+14155550132", Instant.EPOCH));

        assertThat(failure.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void anInterruptedSendMayHaveSentTheMessageAndStaysInterrupted() throws Exception {
        Thread sender = Thread.currentThread();
        try (var server = new RawServer((socket, closed) -> {
            sender.interrupt();
            closed.await();
        })) {
            ConnectorException failure = failure(server.origin(), DEADLINE);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void aSendThatIsInterruptedBeforeItBeginsSendsNothing() throws Exception {
        Thread.currentThread().interrupt();

        ConnectorException failure = failure(twilio.origin(), DEADLINE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(twilio.requests()).isEmpty();
    }

    private static void assertOperatorsFault(ConnectorException failure) {
        assertThat(failure.code()).isEqualTo(ErrorCode.GENERAL);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure.fault()).hasValue(Fault.OPERATOR);
    }

    private void assertUnknownAfterOneRequest(RawServer.Behaviour behaviour, Duration deadline) throws Exception {
        try (var server = new RawServer(behaviour)) {
            ConnectorException failure = failure(server.origin(), deadline);

            assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(failure.toString()).doesNotContain("4155550132").doesNotContain("123456");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    /** A proxy that answers the request for a tunnel so. */
    private ConnectorException failureBehindAProxy(RawServer.Behaviour behaviour) throws Exception {
        try (var proxy = new RawServer(behaviour);
                HttpClient through = HttpClient.newBuilder()
                        .proxy(ProxySelector.of(new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), proxy.origin().getPort())))
                        .build()) {
            SmsConnector connector = new TwilioConnectorFactory(
                            TwilioHosts.twilio(), new RestClient(through, DEADLINE, pauses))
                    .open(Configs.plain(), 6);
            ConnectorException failure =
                    catchThrowableOfType(ConnectorException.class, () -> connector.send(message()));
            assertThat(proxy.requests()).isEqualTo(1);
            return failure;
        }
    }

    private ConnectorException failure(URI origin, Duration deadline) throws Exception {
        SmsConnector connector = open(origin, deadline);
        ConnectorException failure = catchThrowableOfType(ConnectorException.class, () -> connector.send(message()));
        assertThat(failure).isNotNull();
        return failure;
    }

    private SmsConnector open(URI origin, Duration deadline) throws Exception {
        return new TwilioConnectorFactory(
                        (product, region, edge, accountSid) -> origin, new RestClient(http, deadline, pauses))
                .open(Configs.plain(), 6);
    }

    private static Message message() {
        return new Message("+14155550132", UsageType.SIGN_IN, null, "123456", Duration.ofMinutes(10), 1);
    }

    private static URI closedPort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
