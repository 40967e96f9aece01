package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Twilio's official Java SDK at a sandbox whose messages are final at once. */
final class Sdk implements AutoCloseable {

    /** What the account of zeros has at first. */
    static final String SERVICE = Client.SERVICE;

    static final String OTHER_SERVICE = "MG" + "0".repeat(31) + "2";
    static final String IN_SERVICE = number("0006");
    static final String IN_OTHER_SERVICE = number("0011");
    static final String FREE = number("0012");
    static final String VOICE_ONLY = number("0013");
    static final String TOLL_FREE = number("0114");

    final Sandbox sandbox;
    final Client http;
    final TwilioRestClient twilio;

    Sdk() throws IOException {
        this(SandboxOptions.DEFAULTS.withPort(0).withPace(Duration.ZERO));
    }

    Sdk(SandboxOptions options) throws IOException {
        sandbox = Sandbox.start(options);
        http = new Client(sandbox);
        twilio = client(Client.ACCOUNT);
    }

    private static String number(String end) {
        return "PN" + "0".repeat(28) + end;
    }

    /** The SDK as the account of zeros, by its auth token or one of its API keys. */
    TwilioRestClient client(String user) {
        return new TwilioRestClient.Builder(user, Client.ZEROS)
                .accountSid(Client.ACCOUNT)
                .httpClient(new RebasedHttpClient(sandbox.uri()))
                .build();
    }

    /** Sets what Twilio decides about the account. */
    void account(String... form) {
        HttpResponse<String> answer = http.call(List.of(), "PUT", "/account", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** The code that a call is refused with; its answer is in Twilio's shape. */
    static int code(ThrowingCallable call) {
        ApiException refusal = catchThrowableOfType(ApiException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.getMessage()).isNotBlank();
        assertThat(refusal.getMoreInfo()).endsWith("/" + refusal.getCode());
        assertThat(refusal.getStatusCode()).isBetween(400, 499);
        return refusal.getCode();
    }

    @Override
    public void close() {
        http.close();
    }
}
