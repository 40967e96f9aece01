package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.connector.Message;
import dev.ziffer.connector.MessageStatus;
import dev.ziffer.connector.Receipt;
import dev.ziffer.connector.SmsConnector;
import dev.ziffer.connector.UsageType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of Twilio, and what is read from its answers. */
final class SendTest {

    private static final String CREATED = "Thu, 24 Aug 2023 05:01:45 +0000";

    private TwilioServer twilio;

    @BeforeEach
    void start() throws Exception {
        twilio = new TwilioServer();
    }

    @AfterEach
    void stop() {
        twilio.close();
    }

    @Test
    void sendsTheRenderedTemplateOfTheUsageType() throws Exception {
        twilio.replies(
                201,
                Map.of("Twilio-Request-Id", "RQ123"),
                TwilioServer.message(TwilioServer.sid(1), "accepted", CREATED));

        Receipt receipt = open(Configs.plain()).send(message(Duration.ofMinutes(10), 2));

        TwilioServer.Request request = twilio.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/2010-04-01/Accounts/" + Configs.ACCOUNT_SID + "/Messages.json");
        assertThat(request.form())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "To", "+14155550132",
                        "MessagingServiceSid", Configs.SERVICE_SID,
                        "Body", "123456 signs you in.",
                        "ValidityPeriod", "600",
                        "ProvideFeedback", "true",
                        "Attempt", "2"));
        assertThat(credentials(request)).isEqualTo(Configs.ACCOUNT_SID + ":fedcba9876543210fedcba9876543210");
        assertThat(receipt.messageId()).isEqualTo(TwilioServer.sid(1));
        assertThat(receipt.status()).isEqualTo(MessageStatus.ACCEPTED);
        assertThat(receipt.segments()).isEqualTo(1);
        assertThat(receipt.createdAt()).isEqualTo(Instant.parse("2023-08-24T05:01:45Z"));
        assertThat(receipt.requestId()).isEqualTo("RQ123");
    }

    @Test
    void authenticatesWithTheApiKeyWhereThereIsOneAndStillNamesTheAccount() throws Exception {
        twilio.replies(201, TwilioServer.message(TwilioServer.sid(1), "queued", CREATED));
        ObjectNode config = Configs.plain();
        config.put("apiKeySID", "SK0123456789abcdef0123456789abcdef").put("apiKeySecret", "hush");

        open(config).send(message(Duration.ofMinutes(10), 1));

        TwilioServer.Request request = twilio.requests().getFirst();
        assertThat(credentials(request)).isEqualTo("SK0123456789abcdef0123456789abcdef:hush");
        assertThat(request.path()).contains(Configs.ACCOUNT_SID);
    }

    @Test
    void sendsFromTheSenderAndWithoutTheRiskCheckWhereTheConfigurationSaysSo() throws Exception {
        twilio.replies(201, TwilioServer.message(TwilioServer.sid(1), "queued", CREATED));
        ObjectNode config = Configs.plain();
        config.remove("fromMessagingServiceSID");
        config.put("from", "+14155550100").put("disableRiskCheck", true);

        open(config).send(message(Duration.ofMinutes(10), 1));

        assertThat(twilio.requests().getFirst().form())
                .containsEntry("From", "+14155550100")
                .containsEntry("RiskCheck", "disable")
                .doesNotContainKey("MessagingServiceSid");
    }

    @Test
    void keepsTheValidityWithinWhatTwilioTakes() throws Exception {
        twilio.replies(201, TwilioServer.message(TwilioServer.sid(1), "queued", CREATED));
        twilio.replies(201, TwilioServer.message(TwilioServer.sid(2), "queued", CREATED));
        SmsConnector connector = open(Configs.plain());

        connector.send(message(Duration.ofMillis(-5), 1));
        connector.send(message(Duration.ofDays(3), 1));

        assertThat(twilio.requests())
                .extracting(request -> request.form().get("ValidityPeriod"))
                .containsExactly("1", "36000");
    }

    @Test
    void sendsWhateverTheTemplateHoldsUnchanged() throws Exception {
        twilio.replies(201, TwilioServer.message(TwilioServer.sid(1), "queued", CREATED));
        ObjectNode config = Configs.plain();
        String content = "Grüße & küsse + 100% = „{{code}}“\n😀";
        ((ObjectNode) config.path("templates").get(0)).put("content", content);

        open(config).send(message(Duration.ofMinutes(10), 1));

        assertThat(twilio.requests().getFirst().form()).containsEntry("Body", content.replace("{{code}}", "123456"));
    }

    @Test
    void keepsItsConnectionToTwilio() throws Exception {
        SmsConnector connector = open(Configs.plain());
        for (int number = 1; number <= 3; number++) {
            twilio.replies(201, TwilioServer.message(TwilioServer.sid(number), "queued", CREATED));
            connector.send(message(Duration.ofMinutes(10), 1));
        }

        assertThat(twilio.requests())
                .extracting(TwilioServer.Request::port)
                .hasSize(3)
                .containsOnly(twilio.requests().getFirst().port());
    }

    @Test
    void manySendAtOnceWithoutWaitingForEachOther() throws Exception {
        int many = 100;
        SmsConnector connector = open(Configs.plain());
        twilio.answersOnlyWhenAllHaveCome(many);
        for (int number = 1; number <= many; number++) {
            twilio.replies(201, TwilioServer.message(TwilioServer.sid(number), "queued", CREATED));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Receipt> send = () -> connector.send(message(Duration.ofMinutes(10), 1));
            var receipts = threads.invokeAll(Collections.nCopies(many, send));

            assertThat(receipts)
                    .extracting(receipt -> receipt.get().messageId())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void fetchesWhatHasBecomeOfAMessage() throws Exception {
        twilio.replies(
                200,
                TwilioServer.message(TwilioServer.sid(7), "undelivered", CREATED)
                        .replace("\"error_code\": null", "\"error_code\": 30003"));

        Receipt receipt = open(Configs.plain()).fetch(TwilioServer.sid(7));

        assertThat(twilio.requests().getFirst().path())
                .isEqualTo(
                        "/2010-04-01/Accounts/" + Configs.ACCOUNT_SID + "/Messages/" + TwilioServer.sid(7) + ".json");
        assertThat(receipt.status()).isEqualTo(MessageStatus.UNDELIVERED);
        assertThat(receipt.errorCode()).hasValue(30003);
    }

    @Test
    void listsTheMessagesToANumberOverSeveralPagesUntilTheyAreTooOld() throws Exception {
        String next = "/2010-04-01/Accounts/" + Configs.ACCOUNT_SID + "/Messages.json?Page=1&PageToken=PAx";
        twilio.replies(200, page(next, at(3, 50), at(2, 45)));
        twilio.replies(200, page(next, at(1, 44)));

        var receipts = open(Configs.plain()).sentTo("+14155550132", Instant.parse("2023-08-24T05:01:45.900Z"));

        assertThat(receipts).extracting(Receipt::messageId).containsExactly(TwilioServer.sid(3), TwilioServer.sid(2));
        assertThat(twilio.requests().getFirst().query()).isEqualTo("To=%2B14155550132&PageSize=100");
        assertThat(twilio.requests().getLast().query()).isEqualTo("Page=1&PageToken=PAx");
        assertThat(twilio.requests())
                .extracting(TwilioServer.Request::path)
                .hasSize(2)
                .containsOnly("/2010-04-01/Accounts/" + Configs.ACCOUNT_SID + "/Messages.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/2010-04-01",
                "//elsewhere.example/2010-04-01",
                "/2010-04-01/Accounts/ACffffffffffffffffffffffffffffffff/Messages.json?Page=1",
                "/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages.json?Page=not a URI"
            })
    void doesNotFollowANextPageToAnotherPlace(String next) throws Exception {
        twilio.replies(200, page(next, at(3, 50)));

        assertThat(open(Configs.plain()).sentTo("+14155550132", Instant.EPOCH)).hasSize(1);
        assertThat(twilio.requests()).hasSize(1);
    }

    private static String at(int number, int second) {
        return TwilioServer.message(
                TwilioServer.sid(number), "sent", "Thu, 24 Aug 2023 05:01:%d +0000".formatted(second));
    }

    private static String page(String next, String... messages) {
        return "{\"messages\": [" + String.join(",", messages) + "], \"next_page_uri\": \"" + next + "\"}";
    }

    private static String credentials(TwilioServer.Request request) {
        return new String(
                Base64.getDecoder().decode(request.authorization().substring("Basic ".length())),
                StandardCharsets.UTF_8);
    }

    private static Message message(Duration validity, int attempt) {
        return new Message("+14155550132", UsageType.SIGN_IN, null, "123456", validity, attempt);
    }

    private SmsConnector open(ObjectNode config) throws Exception {
        return new TwilioConnectorFactory((product, region, edge, accountSid) -> twilio.origin()).open(config, 6);
    }
}
