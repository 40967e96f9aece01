package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.rest.messaging.v1.service.AlphaSender;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a message is sent from, depending on what the account and its Messaging Services have. */
final class PoolSendingTest {

    private static final PhoneNumber GERMAN = new PhoneNumber(Client.PHONE);
    private static final PhoneNumber AMERICAN = new PhoneNumber("+14155550199");
    private static final String TEXT = "Your code is 123456";

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
    void aServiceThatIsNotThereIsRefused() {
        assertThat(Sdk.code(() ->
                        Message.creator(GERMAN, "MG" + "9".repeat(32), TEXT).create(sdk.twilio)))
                .isEqualTo(21701);
        Service.deleter(Sdk.OTHER_SERVICE).delete(sdk.twilio);
        assertThat(Sdk.code(
                        () -> Message.creator(GERMAN, Sdk.OTHER_SERVICE, TEXT).create(sdk.twilio)))
                .isEqualTo(21701);
    }

    @Test
    void aServiceWithoutASenderIsRefused() {
        String empty = Service.creator("Empty").create(sdk.twilio).getSid();

        assertThat(Sdk.code(() -> Message.creator(GERMAN, empty, TEXT).create(sdk.twilio)))
                .isEqualTo(21704);
    }

    @Test
    void aServiceWithANameOnlyReachesNobodyInNorthAmerica() {
        String named = Service.creator("Named").create(sdk.twilio).getSid();
        AlphaSender.creator(named, "Acme").create(sdk.twilio);

        assertThat(sent(Message.creator(GERMAN, named, TEXT).create(sdk.twilio).getSid()))
                .isEqualTo("Acme");
        assertThat(Sdk.code(() -> Message.creator(AMERICAN, named, TEXT).create(sdk.twilio)))
                .isEqualTo(21703);
    }

    @Test
    void aServiceSendsFromANumberOfTheRecipientsCountryIfItHasOne() {
        var swedish =
                IncomingPhoneNumber.creator(new PhoneNumber("+46701740610")).create(sdk.twilio);
        com.twilio.rest.messaging.v1.service.PhoneNumber.creator(Sdk.SERVICE, swedish.getSid())
                .create(sdk.twilio);

        assertThat(sent(Message.creator(new PhoneNumber("+46701234567"), Sdk.SERVICE, TEXT)
                        .create(sdk.twilio)
                        .getSid()))
                .isEqualTo("+46701740610");
        assertThat(sent(Message.creator(AMERICAN, Sdk.SERVICE, TEXT)
                        .create(sdk.twilio)
                        .getSid()))
                .isEqualTo("+15005550006");
    }

    @Test
    void aSenderThatIsNamedMustBeInTheService() {
        assertThat(Sdk.code(() -> Message.creator(GERMAN, new PhoneNumber("+15005550012"), TEXT)
                        .setMessagingServiceSid(Sdk.SERVICE)
                        .create(sdk.twilio)))
                .isEqualTo(21711);
        assertThat(Message.creator(GERMAN, new PhoneNumber("+15005550006"), TEXT)
                        .setMessagingServiceSid(Sdk.SERVICE)
                        .create(sdk.twilio)
                        .getMessagingServiceSid())
                .isEqualTo(Sdk.SERVICE);
    }

    @Test
    void aNumberMustBeTheAccountsOwnAndSendSms() {
        assertThat(Message.creator(GERMAN, new PhoneNumber("+15005550012"), TEXT)
                        .create(sdk.twilio)
                        .getFrom())
                .hasToString("+15005550012");
        assertThat(Sdk.code(() -> Message.creator(GERMAN, new PhoneNumber("+15005550013"), TEXT)
                        .create(sdk.twilio)))
                .isEqualTo(21661);
        IncomingPhoneNumber.deleter(Sdk.FREE).delete(sdk.twilio);
        assertThat(Sdk.code(() -> Message.creator(GERMAN, new PhoneNumber("+15005550012"), TEXT)
                        .create(sdk.twilio)))
                .isEqualTo(21606);
    }

    private String sent(String sid) {
        return Message.fetcher(sid).fetch(sdk.twilio).getFrom().toString();
    }
}
