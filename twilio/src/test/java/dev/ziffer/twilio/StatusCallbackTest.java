package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.connector.MessageStatus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of Twilio's reports. */
final class StatusCallbackTest {

    private static final String SID = TwilioServer.sid(1);
    private static final String REPORT = "ErrorCode=30034&SmsSid=" + SID
            + "&SmsStatus=undelivered&MessageStatus=undelivered&To=%2B14155550132&MessagingServiceSid="
            + Configs.SERVICE_SID + "&MessageSid=" + SID + "&AccountSid=" + Configs.ACCOUNT_SID
            + "&From=%2B14155550100&ApiVersion=2010-04-01&RawDlrDoneDate=2408261200&New=1";

    @Test
    void readsWhichMessageIsMeantAndWhatBecameOfIt() {
        assertThat(read(REPORT))
                .hasValue(new StatusCallback(
                        SID,
                        Configs.ACCOUNT_SID,
                        Optional.of(Configs.SERVICE_SID),
                        MessageStatus.UNDELIVERED,
                        OptionalInt.of(30034)));
    }

    @Test
    void needsNoMoreThanMessageAccountAndStatus() {
        assertThat(read("MessageStatus=delivered&MessageSid=" + SID + "&AccountSid=" + Configs.ACCOUNT_SID))
                .hasValue(new StatusCallback(
                        SID, Configs.ACCOUNT_SID, Optional.empty(), MessageStatus.DELIVERED, OptionalInt.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "x", "99999999999"})
    void anErrorCodeThatIsNoneIsPassedOver(String code) {
        assertThat(read(REPORT.replace("30034", code)))
                .hasValueSatisfying(report -> assertThat(report.errorCode()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MessageStatus=delivered",
                "MessageStatus=&MessageSid=SM00000000000000000000000000000001&AccountSid=AC0123456789abcdef0123456789abcdef",
                "MessageStatus=new&MessageSid=SM00000000000000000000000000000001&AccountSid=AC0123456789abcdef0123456789abcdef",
                "MessageStatus=sent&MessageSid=SM1&AccountSid=AC0123456789abcdef0123456789abcdef",
                "MessageStatus=sent&MessageSid=SM00000000000000000000000000000001",
                "MessageStatus=sent&MessageStatus=failed&MessageSid=SM00000000000000000000000000000001&AccountSid=AC0123456789abcdef0123456789abcdef",
            })
    void whatIsNoReportIsNotRead(String body) {
        assertThat(read(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MessageSid=%", "MessageSid=%zz", "%4=1"})
    void whatIsNoFormIsNotRead(String body) {
        assertThat(WebhookForm.parse(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void whatIsNotUtf8IsNotRead() {
        assertThat(WebhookForm.parse(new byte[] {'a', '=', (byte) 0xff})).isEmpty();
    }

    @Test
    void noPhoneNumberIsPrinted() {
        WebhookForm form =
                WebhookForm.parse(REPORT.getBytes(StandardCharsets.UTF_8)).orElseThrow();

        assertThat(form.toString()).contains("MessageSid").doesNotContain("4155550132");
        assertThat(StatusCallback.of(form).toString()).doesNotContain("4155550132");
    }

    private static Optional<StatusCallback> read(String body) {
        return WebhookForm.parse(body.getBytes(StandardCharsets.UTF_8)).flatMap(StatusCallback::of);
    }
}
