package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests come from Twilio. */
final class WebhookSignatureTest {

    private static final String TOKEN = "12345";
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String FORM =
            "To=%2B18005551212&CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234" + "&From=%2B14158675309";
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String BODY = "{\"property\": \"value\", \"boolean\": true}";
    private static final String BODY_HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    private final WebhookSignature signatures = new WebhookSignature(TOKEN);

    @Test
    void acceptsWhatTwilioSigned() {
        assertThat(signatures.matches(SIGNATURE, URL, form(FORM))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://mycompany.com:1234/myapp.php?foo=1&bar=2, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
        "https://mycompany.com:443/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com:80/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
    })
    void acceptsThePortThatTwilioSigned(String url, String signature) {
        assertThat(signatures.matches(signature, url, form(FORM))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=",
        "http://mycompany.com/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=",
        "https://mycompany.com:443/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:8443/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    })
    void acceptsASignatureWithThePortOrWithoutIt(String url, String signature) {
        assertThat(signatures.matches(signature, url, form(FORM))).isTrue();
    }

    @Test
    void doesNotAcceptAnotherPort() {
        assertThat(signatures.matches(
                        "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=", "http://mycompany.com:1235/myapp.php?foo=1&bar=2", form(FORM)))
                .isFalse();
    }

    @Test
    void acceptsARequestWithoutABody() {
        assertThat(signatures.matches("zYQTYrRWXE7LtzbG4PfP7/bkkGo=", URL, WebhookForm.EMPTY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:pass@mycompany.com/myapp.php?foo=1&bar=2",
                "https://mycompany.com/myapp.php?foo=1&bar=2#rc=3&rp=ct,rt,5xx",
                "https://u:p@ss@mycompany.com:443/myapp.php?foo=1&bar=2#rc=3",
            })
    void theUserAndTheFragmentDoNotCount(String url) {
        assertThat(signatures.matches(SIGNATURE, url, form(FORM))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2, a9nBmqA0ju/hNViExpshrM61xv4=",
        "https://mycompany.com/myapp.php, y77kIzt2vzLz71DgmJGsen2scGs=",
    })
    void acceptsABodyThatIsNoFormByItsHash(String url, String signature) {
        String signed = url + (url.contains("?") ? "&" : "?") + "bodySHA256=" + BODY_HASH;
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);

        assertThat(signatures.matches(signature, signed, body)).isTrue();
        assertThat(signatures.matches(signature, signed, (BODY + " ").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(signatures.matches(SIGNATURE, signed, body)).isFalse();
    }

    @Test
    void aBodyThatIsNoFormNeedsItsHashInTheUrl() {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);

        assertThat(signatures.matches("zYQTYrRWXE7LtzbG4PfP7/bkkGo=", URL, body))
                .isFalse();
        assertThat(signatures.matches("zYQTYrRWXE7LtzbG4PfP7/bkkGo=", URL + "#?bodySHA256=" + BODY_HASH, body))
                .isFalse();
    }

    @Test
    void repeatedParametersAreSignedInOrderAndOnce() {
        String signature = sign(URL + "Sid1Tag" + "aTag" + "bTo");

        assertThat(signatures.matches(signature, URL, form("Tag=b&To=&Tag=a&Sid=1&Tag=b")))
                .isTrue();
        assertThat(signatures.matches(signature, URL, form("Tag=b&To=&Sid=1&Tag=b")))
                .isFalse();
    }

    @Test
    void valuesAreSignedAsTheyAreAndTheQueryAsItIsWritten() {
        String url = "https://mycompany.com/call%20back?to=%2B49%20151&x=a+b&y=%C3%BC&z=%2f";
        String signature = sign(url + "Body Grüße 😀 & mehr\r\n");

        assertThat(signatures.matches(signature, url, form("Body=+Gr%C3%BC%C3%9Fe+%F0%9F%98%80+%26+mehr%0D%0A")))
                .isTrue();
        assertThat(signatures.matches(signature, url.replace("%2f", "%2F"), WebhookForm.EMPTY))
                .isFalse();
    }

    @Test
    void acceptsAnAddressOfIpVersion6() {
        assertThat(signatures.matches(
                        sign("https://[2001:db8::1]/x"), "https://[2001:db8::1]:8443/x", WebhookForm.EMPTY))
                .isTrue();
        assertThat(signatures.matches(
                        sign("https://[2001:db8::1]:443/x"), "https://[2001:db8::1]/x", WebhookForm.EMPTY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "RSOYDt4T1cUTdK1PDd93/VVr8B8",
                "rsoYDt4T1cUTdK1PDd93/VVr8B8=",
                "kvajT1Ptam85bY51eRf/AJRuM3w==",
                "ä"
            })
    void acceptsNoOtherSignature(String signature) {
        assertThat(signatures.matches(signature, URL, form(FORM))).isFalse();
    }

    @Test
    void acceptsNoRequestWithoutASignature() {
        assertThat(signatures.matches(null, URL, form(FORM))).isFalse();
        assertThat(signatures.matches(null, URL + "&bodySHA256=" + BODY_HASH, BODY.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To=%2B18005551213&CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309",
                "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309",
                "To=%2B18005551212&CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&Z=1",
                "To=+18005551212&CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309",
            })
    void noticesEveryChangeOfTheForm(String form) {
        assertThat(signatures.matches(SIGNATURE, URL, form(form))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mycompany.com/myapp.php?foo=1&bar=2",
                "https://mycompany.com/myapp.php?bar=2&foo=1",
                "https://mycompany.org/myapp.php?foo=1&bar=2",
                "mycompany.com/myapp.php?foo=1&bar=2",
                "",
            })
    void noticesEveryChangeOfTheUrl(String url) {
        assertThat(signatures.matches(SIGNATURE, url, form(FORM))).isFalse();
    }

    @Test
    void acceptsNothingOfAnotherAccount() {
        assertThat(new WebhookSignature("12346").matches(SIGNATURE, URL, form(FORM)))
                .isFalse();
    }

    @Test
    void anEmptyTokenSignsNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebhookSignature(""));
    }

    private static WebhookForm form(String body) {
        return WebhookForm.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
