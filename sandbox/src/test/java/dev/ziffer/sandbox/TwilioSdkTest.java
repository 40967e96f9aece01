package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.Message.Direction;
import com.twilio.rest.api.v2010.account.Message.Status;
import com.twilio.rest.api.v2010.account.Message.UpdateStatus;
import com.twilio.rest.api.v2010.account.message.Feedback;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twilio's official Java SDK, unmodified but for the host, is satisfied by the sandbox. */
final class TwilioSdkTest {

    private static final PhoneNumber PHONE = new PhoneNumber(Client.PHONE);
    private static final PhoneNumber SENDER = new PhoneNumber("+15005550006");

    private final SettableClock clock = new SettableClock();
    private Sandbox sandbox;
    private TwilioRestClient twilio;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.DEFAULTS.withPort(0).withClock(clock));
        twilio = client(Client.ACCOUNT, Client.ZEROS);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void createsThroughAMessagingServiceAndFollowsTheStatuses() {
        var created = create("Your code is 123456");

        assertThat(created.getSid()).matches("SM[0-9a-f]{32}");
        assertThat(created.getStatus()).isEqualTo(Status.ACCEPTED);
        assertThat(created.getFrom()).isNull();
        assertThat(created.getNumSegments()).isEqualTo("0");
        assertThat(created.getMessagingServiceSid()).isEqualTo(Client.SERVICE);
        assertThat(created.getDirection()).isEqualTo(Direction.OUTBOUND_API);
        assertThat(created.getDateCreated().toInstant()).isEqualTo(clock.instant());
        assertThat(created.getDateSent()).isNull();

        List<Status> seen = new ArrayList<>();
        for (int step = 0; step < 5; step++) {
            clock.advance(Duration.ofMillis(400));
            seen.add(fetch(created.getSid()).getStatus());
        }
        assertThat(seen).containsExactly(Status.QUEUED, Status.SENDING, Status.SENT, Status.SENT, Status.DELIVERED);
        var delivered = fetch(created.getSid());
        assertThat(delivered.getFrom()).isEqualTo(SENDER);
        assertThat(delivered.getNumSegments()).isEqualTo("1");
        assertThat(delivered.getDateSent().toInstant())
                .isAfter(created.getDateCreated().toInstant());
        assertThat(delivered.getErrorCode()).isNull();
    }

    @Test
    void createsFromANumberAsQueued() {
        var created = Message.creator(PHONE, SENDER, "Your code is 123456").create(twilio);

        assertThat(created.getStatus()).isEqualTo(Status.QUEUED);
        assertThat(created.getFrom()).isEqualTo(SENDER);
        assertThat(created.getNumSegments()).isEqualTo("1");
    }

    @Test
    void listsAllPagesTheNewestFirst() {
        List<String> sids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            sids.addFirst(create("Your code is 10000" + i).getSid());
        }

        var listed = Message.reader().setTo(PHONE).pageSize(3).read(twilio);

        assertThat(listed).extracting(m -> m.getSid()).containsExactlyElementsOf(sids);
    }

    @Test
    void listsByDate() {
        create("Your code is 100000");
        clock.advance(Duration.ofHours(1));
        ZonedDateTime later = clock.instant().atZone(ZoneOffset.UTC);
        String second = create("Your code is 200000").getSid();
        var reader = Message.reader();

        assertThat(reader.setDateSentAfter(later).read(twilio))
                .extracting(m -> m.getSid())
                .containsExactly(second);
        assertThat(Message.reader().setDateSentBefore(later.minusMinutes(30)).read(twilio))
                .hasSize(1);
        assertThat(Message.reader().setDateSent(later).read(twilio)).hasSize(2);
        assertThat(Message.reader().setDateSent(later.minusDays(1)).read(twilio))
                .isEmpty();
    }

    @Test
    void listsWhatIsNotSentYetByItsCreation() {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        create("Your code is 100000");

        assertThat(Message.reader().setDateSentBefore(now).read(twilio)).hasSize(1);
        clock.advance(Duration.ofSeconds(2));
        assertThat(Message.reader().setDateSentBefore(now).read(twilio)).isEmpty();
    }

    @Test
    void redactsAndDeletesWhatIsComplete() {
        String sid =
                create("Your code is 123456. " + "It is valid. ".repeat(20)).getSid();
        assertThatThrownBy(() -> Message.deleter(sid).delete(twilio))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20009));
        clock.advance(Duration.ofHours(2));

        var redacted = Message.updater(sid).setBody("").update(twilio);
        assertThat(redacted.getBody()).isEmpty();
        assertThat(redacted.getStatus()).isEqualTo(Status.DELIVERED);
        assertThat(redacted.getNumSegments()).isEqualTo("2");
        assertThat(redacted.getDateUpdated().toInstant()).isEqualTo(clock.instant());
        assertThat(fetch(sid).getBody()).isEmpty();

        assertThat(Message.deleter(sid).delete(twilio)).isTrue();
        assertThatThrownBy(() -> fetch(sid)).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.getCode()).isEqualTo(20404);
            assertThat(e.getStatusCode()).isEqualTo(404);
        });
    }

    @Test
    void refusesToCancelWhatIsNotScheduled() {
        String sid = create("Your code is 123456").getSid();

        assertThatThrownBy(() ->
                        Message.updater(sid).setStatus(UpdateStatus.CANCELED).update(twilio))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20001));
    }

    @Test
    void takesFeedbackForWhatAskedForIt() {
        String sid = Message.creator(PHONE, SENDER, "Your code is 123456")
                .setProvideFeedback(true)
                .create(twilio)
                .getSid();

        var feedback =
                Feedback.creator(sid).setOutcome(Feedback.Outcome.CONFIRMED).create(twilio);

        assertThat(feedback.getMessageSid()).isEqualTo(sid);
        assertThat(feedback.getOutcome()).isEqualTo(Feedback.Outcome.CONFIRMED);
        String without = create("Your code is 123456").getSid();
        assertThatThrownBy(() -> Feedback.creator(without)
                        .setOutcome(Feedback.Outcome.CONFIRMED)
                        .create(twilio))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void seesErrorsAsTwiliosOwn() {
        assertThatThrownBy(() -> Message.creator(new PhoneNumber("+15005550009"), SENDER, "Your code is 123456")
                        .create(twilio))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(21614);
                    assertThat(e.getStatusCode()).isEqualTo(400);
                    assertThat(e.getMoreInfo()).isEqualTo("https://www.twilio.com/docs/errors/21614");
                    assertThat(e.getMessage()).isNotBlank();
                });
    }

    @Test
    void seesThatCredentialsAreWrong() {
        TwilioRestClient stranger = client(Client.ACCOUNT, "1".repeat(32));

        assertThatThrownBy(() -> Message.creator(PHONE, SENDER, "Hello").create(stranger))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(20003);
                    assertThat(e.getStatusCode()).isEqualTo(401);
                });
    }

    @Test
    void authenticatesByAnApiKey() {
        TwilioRestClient keyed = new TwilioRestClient.Builder("SK" + Client.ZEROS, Client.ZEROS)
                .accountSid(Client.ACCOUNT)
                .httpClient(new RebasedHttpClient(sandbox.uri()))
                .build();

        assertThat(Message.creator(PHONE, Client.SERVICE, "Hello").create(keyed).getSid())
                .startsWith("SM");
    }

    @Test
    void keepsAccountsApart() throws IOException {
        SandboxAccount other =
                new SandboxAccount("AC" + "1".repeat(32), "1".repeat(32), Map.of(), Set.of("MG" + "1".repeat(32)));
        try (Sandbox two = Sandbox.start(
                SandboxOptions.DEFAULTS.withPort(0).withAccounts(List.of(SandboxAccount.DEFAULT, other)))) {
            TwilioRestClient mine = client(two, Client.ACCOUNT, Client.ZEROS);
            TwilioRestClient theirs = client(two, other.sid(), other.authToken());
            String sid = Message.creator(PHONE, SENDER, "Hello").create(mine).getSid();

            assertThat(Message.reader().read(theirs)).isEmpty();
            assertThatThrownBy(() -> Message.fetcher(sid).fetch(theirs))
                    .isInstanceOfSatisfying(
                            ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20404));
        }
    }

    private Message create(String body) {
        return Message.creator(PHONE, Client.SERVICE, body).create(twilio);
    }

    private Message fetch(String sid) {
        return Message.fetcher(sid).fetch(twilio);
    }

    private TwilioRestClient client(String user, String password) {
        return client(sandbox, user, password);
    }

    private static TwilioRestClient client(Sandbox of, String user, String password) {
        return new TwilioRestClient.Builder(user, password)
                .httpClient(new RebasedHttpClient(of.uri()))
                .build();
    }
}
