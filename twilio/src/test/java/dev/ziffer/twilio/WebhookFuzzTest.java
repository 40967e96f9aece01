package dev.ziffer.twilio;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever comes to the callback address, nothing unsigned passes and nothing fails otherwise than by a refusal. */
final class WebhookFuzzTest {

    private static final List<String> URLS = List.of(
            "https://example.com/callback",
            "https://u:p@example.com:8443/callback?id=1#rc=3",
            "http://[::1]:80/?bodySHA256=" + "0".repeat(64));

    private static final List<String> BODIES = List.of(
            "MessageSid=" + TwilioServer.sid(1) + "&MessageStatus=sent&AccountSid=" + Configs.ACCOUNT_SID,
            "ErrorCode=30034&",
            "a=%C3%BC&a=b&a");

    private final WebhookSignature signatures = new WebhookSignature("fedcba9876543210");

    @FuzzTest(maxDuration = "5s")
    void nothingUnsignedPasses(FuzzedDataProvider data) {
        String url = data.consumeBoolean() ? data.pickValue(URLS) : data.consumeString(100);
        String signature = data.consumeString(60);
        String known = data.pickValue(BODIES);
        byte[] body = data.consumeBoolean()
                ? (known + data.consumeString(20)).getBytes(StandardCharsets.UTF_8)
                : data.consumeRemainingAsBytes();

        assertFalse(signatures.matches(signature, url, body));
        WebhookForm.parse(body).ifPresent(form -> {
            assertFalse(signatures.matches(signature, url, form));
            StatusCallback.of(form)
                    .ifPresent(report -> assertFalse(report.messageSid().isEmpty()));
        });
    }
}
