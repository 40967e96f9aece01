package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ziffer.connector.Money;
import dev.ziffer.twilio.AccountException.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is learned about the account, and why it cannot be. */
final class AccountTest {

    private static final String ACCOUNT = """
            {"sid": "AC0123456789abcdef0123456789abcdef", "auth_token": "fedcba9876543210",
             "friendly_name": "Shop", "status": "active", "type": "Full"}
            """;
    private static final String REFUSED = "{\"code\": 20003, \"status\": 401}";
    private static final String PATH = "/2010-04-01/Accounts/" + Configs.ACCOUNT_SID;

    @AutoClose
    private final TwilioServer twilio = new TwilioServer();

    private final TestAccount test = new TestAccount(twilio.origin());

    AccountTest() throws IOException {}

    @Test
    void tellsTheAccountsNameStatusAndType() throws Exception {
        twilio.replies(200, ACCOUNT);

        AccountState state = test.open().state();

        assertThat(state.friendlyName()).hasValue("Shop");
        assertThat(state.status()).hasValue(AccountState.Status.ACTIVE);
        assertThat(state.type()).hasValue(AccountState.Type.FULL);
        TwilioServer.Request request = twilio.requests().getFirst();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo(PATH + ".json");
        assertThat(request.authorization())
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (Configs.ACCOUNT_SID + ":fedcba9876543210").getBytes(StandardCharsets.UTF_8)));
        assertThat(test.products).containsExactly("api");
    }

    @ParameterizedTest
    @CsvSource({"suspended, SUSPENDED", "closed, CLOSED"})
    void tellsThatAnAccountCannotBeUsed(String status, AccountState.Status told) throws Exception {
        twilio.replies(200, ACCOUNT.replace("active", status));

        assertThat(test.open().state().status()).hasValue(told);
    }

    @Test
    void aStatusThatIsNewStaysOpen() throws Exception {
        twilio.replies(200, ACCOUNT.replace("active", "frozen").replace("Full", "Free"));

        AccountState state = test.open().state();

        assertThat(state.status()).isEmpty();
        assertThat(state.type()).isEmpty();
        assertThat(state.friendlyName()).isPresent();
    }

    @Test
    void aKeyThatMayNotReadTheAccountButItsMessagesWorks() throws Exception {
        twilio.replies(401, REFUSED).replies(200, "{\"messages\": []}");

        assertThat(test.openWithKey().state()).isEqualTo(AccountState.HIDDEN);
        assertThat(twilio.requests())
                .extracting(TwilioServer.Request::path)
                .containsExactly(PATH + ".json", PATH + "/Messages.json");
        assertThat(twilio.requests().getLast().query()).isEqualTo("PageSize=1");
    }

    @Test
    void aKeyThatMayReadNeitherIsWrong() throws Exception {
        twilio.replies(401, REFUSED).replies(401, REFUSED);

        assertThat(failure(test.openWithKey()).reason()).isEqualTo(Reason.WRONG_CREDENTIALS);
    }

    @Test
    void aKeyWithoutRightsIsNotCalledWrong() throws Exception {
        twilio.replies(401, REFUSED).replies(401, "{\"code\": 70051, \"status\": 401}");

        AccountException failure = failure(test.openWithKey());

        assertThat(failure.reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(failure.operatorText(Locale.ENGLISH)).contains("API key");
    }

    @Test
    void aWrongAuthTokenIsNotAskedForAnythingElse() throws Exception {
        twilio.replies(401, Map.of("Twilio-Request-Id", "RQ1"), REFUSED);

        AccountException failure = failure(test.open());

        assertThat(failure.reason()).isEqualTo(Reason.WRONG_CREDENTIALS);
        assertThat(failure.providerCode()).hasValue(20003);
        assertThat(failure.requestId()).isEqualTo("RQ1");
        assertThat(failure.operatorText(Locale.ENGLISH))
                .isEqualTo(TwilioErrors.of(20003).operatorText().en());
        assertThat(failure.operatorText(Locale.GERMAN))
                .isEqualTo(TwilioErrors.of(20003).operatorText().de());
        assertThat(failure.toString()).doesNotContain("fedcba9876543210");
        assertThat(twilio.requests()).hasSize(1);
    }

    @Test
    void credentialsThatARegionDoesNotKnowMayBeAnotherRegions() throws Exception {
        twilio.replies(401, REFUSED);

        AccountException failure = failure(test.open(TestAccount.credentials("ie1")));

        assertThat(failure.reason()).isEqualTo(Reason.WRONG_REGION);
        assertThat(failure.operatorText(Locale.ENGLISH)).contains("region");
        assertThat(failure.operatorText(Locale.GERMAN)).contains("Region");
    }

    @Test
    void twiliosFirstRegionIsNoOtherRegion() throws Exception {
        twilio.replies(401, REFUSED);

        assertThat(failure(test.open(TestAccount.credentials("us1"))).reason()).isEqualTo(Reason.WRONG_CREDENTIALS);
    }

    @ParameterizedTest
    @CsvSource({
        "401, 20005, ACCOUNT_NOT_ACTIVE",
        "403, 10001, ACCOUNT_NOT_ACTIVE",
        "400, 21472, ACCOUNT_NOT_ACTIVE",
        "400, 21471, NOT_FOUND",
        "403, 20006, NOT_ALLOWED",
        "403, 20008, NOT_ALLOWED",
        "403, 20403, NOT_ALLOWED",
        "404, 20404, NOT_FOUND",
        "400, 20001, REFUSED",
        "400, 99999, REFUSED",
    })
    void aRefusalHasItsReasonAndTheDictionarysWords(int status, int code, Reason reason) throws Exception {
        twilio.replies(status, "{\"code\": " + code + "}");

        AccountException failure = failure(test.open());

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.providerCode()).hasValue(code);
        assertThat(failure.operatorText(Locale.GERMAN))
                .isEqualTo(TwilioErrors.of(code).operatorText().de());
    }

    @Test
    void saysHowLongToWait() throws Exception {
        twilio.replies(429, Map.of("Retry-After", "60"), "{\"code\": 20429, \"status\": 429}");

        AccountException failure = failure(test.open());

        assertThat(failure.reason()).isEqualTo(Reason.TOO_MANY_REQUESTS);
        assertThat(failure.retryAfter()).hasValue(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void aFailureOfTwiliosLeavesAQuestionOpen(int status) throws Exception {
        twilio.replies(status, "<html>");

        assertThat(failure(test.open()).reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(twilio.requests()).hasSize(1);
    }

    @Test
    void aTwilioThatCannotBeReachedIsUnavailable() throws Exception {
        try (var server = new RawServer(RawServer.Behaviour.RESETS)) {
            assertThat(failure(new TestAccount(server.origin()).open()).reason())
                    .isEqualTo(Reason.UNAVAILABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"friendly_name\": 5}"})
    void anAnswerThatIsNotTwiliosIsNotTakenForTheAccount(String body) throws Exception {
        twilio.replies(200, body);

        assertThat(failure(test.open()).reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void aRefusalThatIsNotTwiliosPointsAtAProxy() throws Exception {
        twilio.replies(403, "<html>");

        AccountException failure = failure(test.open());

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure.providerCode()).isEmpty();
        assertThat(failure.operatorText(Locale.ENGLISH)).contains("HTTP 403", "proxy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.345", "0.05", "-3.1"})
    void tellsTheBalanceToTheLastDigit(String balance) throws Exception {
        twilio.replies(200, "{\"account_sid\": \"AC\", \"balance\": \"" + balance + "\", \"currency\": \"USD\"}");

        assertThat(test.open().balance()).hasValue(new Money(new BigDecimal(balance), "USD"));
        assertThat(twilio.requests().getFirst().path()).isEqualTo(PATH + "/Balance.json");
    }

    @ParameterizedTest
    @CsvSource({"404, 20404", "401, 70051", "403, 20403"})
    void aBalanceThatMayNotBeReadIsAbsent(int status, int code) throws Exception {
        twilio.replies(status, "{\"code\": " + code + "}");

        assertThat(test.open().balance()).isEmpty();
    }

    @Test
    void toAKeyTheBalanceIsAbsentWhereAWrongTokenFails() throws Exception {
        twilio.replies(401, REFUSED).replies(401, REFUSED);

        assertThat(test.openWithKey().balance()).isEmpty();
        assertThat(catchThrowableOfType(
                                AccountException.class, () -> test.open().balance())
                        .reason())
                .isEqualTo(Reason.WRONG_CREDENTIALS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9999999", "much", "NaN"})
    void aBalanceThatIsNoNumberIsNotRead(String balance) {
        twilio.replies(200, "{\"balance\": \"" + balance + "\", \"currency\": \"USD\"}");

        assertThat(catchThrowableOfType(
                                AccountException.class, () -> test.open().balance())
                        .reason())
                .isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void confirmsThatACodeWasUsed() throws Exception {
        twilio.replies(200, "{\"message_sid\": \"" + TwilioServer.sid(1) + "\", \"outcome\": \"confirmed\"}");

        test.open().confirm(TwilioServer.sid(1));

        TwilioServer.Request request = twilio.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo(PATH + "/Messages/" + TwilioServer.sid(1) + "/Feedback.json");
        assertThat(request.form()).containsExactlyEntriesOf(Map.of("Outcome", "confirmed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SM1", "PN0123456789abcdef0123456789abcdef", "SM0123456789abcdef0123456789abcde/"})
    void whatIsNoMessageIsNotConfirmed(String sid) {
        assertThat(catchThrowableOfType(
                                AccountException.class, () -> test.open().confirm(sid))
                        .reason())
                .isEqualTo(Reason.INVALID_VALUE);
        assertThat(twilio.requests()).isEmpty();
    }

    private static AccountException failure(TwilioAccount account) {
        AccountException failure = catchThrowableOfType(AccountException.class, account::state);
        assertThat(failure).isNotNull();
        return failure;
    }
}
