package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Balance;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What Twilio decides about an account, and what follows from it. */
final class AccountTest {

    private static final PhoneNumber PHONE = new PhoneNumber(Client.PHONE);
    private static final PhoneNumber SENDER = new PhoneNumber(TestNumbers.SENDER);

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
    void isActiveAndPaidForAtFirst() {
        var account = Account.fetcher().fetch(sdk.twilio);

        assertThat(account.getSid()).isEqualTo(Client.ACCOUNT);
        assertThat(account.getStatus()).isEqualTo(Account.Status.ACTIVE);
        assertThat(account.getType()).isEqualTo(Account.Type.FULL);
        assertThat(account.getFriendlyName()).isNotBlank();
        assertThat(account.getDateCreated()).isNotNull();
        assertThat(account.getSubresourceUris()).containsKeys("messages", "balance", "incoming_phone_numbers");
    }

    @Test
    void hasTheBalanceThatIsSet() {
        sdk.account("balance", "-0.05");

        var balance = Balance.fetcher().fetch(sdk.twilio);

        assertThat(balance.getBalance()).isEqualTo("-0.05");
        assertThat(balance.getCurrency()).isEqualTo("USD");
        assertThat(balance.getAccountSid()).isEqualTo(Client.ACCOUNT);
    }

    @Test
    void cannotBeReadByAnApiKeyThatMayUseIt() {
        var keyed = sdk.client("SK" + Client.ZEROS);

        assertThat(Sdk.code(() -> Account.fetcher().fetch(keyed))).isEqualTo(20003);
        assertThat(Message.reader().read(keyed)).isEmpty();
        assertThat(Service.reader().read(keyed)).isNotEmpty();
    }

    @Test
    void cannotBeReadByAnother() {
        String other = "AC" + "1".repeat(32);

        assertThat(Sdk.code(() -> Account.fetcher(other).fetch(sdk.twilio))).isEqualTo(20003);
    }

    @ParameterizedTest
    @CsvSource({"suspended, SUSPENDED", "closed, CLOSED"})
    void showsOnlyItselfWhenItIsNotActive(String status, Account.Status seen) {
        sdk.account("status", status);

        assertThat(Account.fetcher().fetch(sdk.twilio).getStatus()).isEqualTo(seen);
        assertThat(Sdk.code(() -> send(Client.PHONE))).isEqualTo(20005);
        assertThat(Sdk.code(() -> Message.reader().read(sdk.twilio))).isEqualTo(20005);
        assertThat(Sdk.code(() -> Service.creator("Codes").create(sdk.twilio))).isEqualTo(20005);

        sdk.account("status", "active");
        assertThat(Message.reader().read(sdk.twilio)).isEmpty();
    }

    @Test
    void sendsToVerifiedNumbersOnlyWhileItIsATrial() {
        sdk.account("type", "Trial", "verified", "+4915123456780, 4915123456789");

        assertThat(Account.fetcher().fetch(sdk.twilio).getType()).isEqualTo(Account.Type.TRIAL);
        assertThat(Sdk.code(() -> send("+4915123456781"))).isEqualTo(21608);
        assertThat(send(Client.PHONE).getBody()).endsWith("Your code is 123456");
    }

    @Test
    void putsWordsBeforeTheTextWhileItIsATrial() {
        sdk.account("type", "Trial", "verified", Client.PHONE);

        var message = Message.creator(PHONE, SENDER, "x".repeat(123)).create(sdk.twilio);

        assertThat(message.getBody()).hasSize(38 + 123).startsWith("Sent from a trial account");
        assertThat(message.getNumSegments()).isEqualTo("2");
        send(Client.PHONE);
        assertThat(sdk.http.get("/phones/4915123456789/code").body()).isEqualTo("123456\n");
    }

    @Test
    void hasNoNamesWhileItIsATrial() {
        sdk.account("type", "Trial", "verified", Client.PHONE);

        assertThat(Sdk.code(() ->
                        Message.creator(PHONE, new PhoneNumber("Acme"), "Hello").create(sdk.twilio)))
                .isEqualTo(21267);
    }

    @Test
    void isReadAndSetAndPutBack() {
        sdk.account("status", "suspended", "type", "Trial", "balance", "1", "campaign", "FAILED");
        JsonNode set = Client.json(sdk.http.get("/account"));
        assertThat(set.get("status").asString()).isEqualTo("suspended");
        assertThat(set.get("type").asString()).isEqualTo("Trial");
        assertThat(set.get("account").asString()).isEqualTo(Client.ACCOUNT);

        sdk.account("balance", "2.5");
        assertThat(Client.json(sdk.http.get("/account")).get("status").asString())
                .as("what is left out is as at first")
                .isEqualTo("active");

        Service.deleter(Sdk.SERVICE).delete(sdk.twilio);
        assertThat(sdk.http.call(List.of(), "DELETE", "/account").statusCode()).isEqualTo(200);
        assertThat(Client.json(sdk.http.get("/account")).get("balance").asString())
                .isEqualTo("20.00");
        assertThat(Service.fetcher(Sdk.SERVICE).fetch(sdk.twilio).getFriendlyName())
                .isEqualTo("Ziffer");
    }

    @ParameterizedTest
    @CsvSource({
        "status,   asleep",
        "type,     full",
        "balance,  much",
        "balance,  1.123456",
        "verified, Alice",
        "campaign, verified",
        "tollfree, DONE",
        "account,  AC1",
        "colour,   red"
    })
    void refusesASettingThatItDoesNotKnowAndChangesNothing(String field, String value) {
        HttpResponse<String> answer = sdk.http.call("PUT", "/account", field, value);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith(field + " is ");
        assertThat(Client.json(sdk.http.get("/account")).get("balance").asString())
                .isEqualTo("20.00");
        assertThat(Client.json(sdk.http.get("/account")).get("verified")).isEmpty();
    }

    @Test
    void keepsAHundredVerifiedNumbersAtMost() {
        StringBuilder numbers = new StringBuilder();
        for (int i = 100; i <= 200; i++) {
            numbers.append("+4915123456").append(i).append(',');
        }

        assertThat(sdk.http
                        .call("PUT", "/account", "verified", numbers.toString())
                        .statusCode())
                .isEqualTo(400);
    }

    private Message send(String to) {
        return Message.creator(new PhoneNumber(to), Sdk.SERVICE, "Your code is 123456")
                .create(sdk.twilio);
    }
}
