package dev.ziffer.acceptance;

import dev.ziffer.sandbox.Sandbox;
import dev.ziffer.sandbox.SandboxAccount;
import dev.ziffer.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sandbox in the test's own process, so that it outlives the server's. It serves {@link TwilioAccount#TEST} and the
 * sandbox's own account.
 */
public final class TestSandbox implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    private TestSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Starts one whose messages are delivered at once. */
    public static TestSandbox start() throws IOException {
        return start(SandboxOptions.DEFAULTS.withPace(Duration.ZERO));
    }

    /** Starts one with these options, on a free port and with the accounts of tests. */
    public static TestSandbox start(SandboxOptions options) throws IOException {
        return new TestSandbox(Sandbox.start(
                options.withPort(0).withAccounts(List.of(SandboxAccount.DEFAULT, TwilioAccount.TEST.sandboxed()))));
    }

    /** Where it is reached: what {@code ZIFFER_TWILIO_API_URL} is to be. */
    public URI uri() {
        return sandbox.uri();
    }

    public int port() {
        return sandbox.port();
    }

    /** The code in the newest message to a number. */
    public String code(String phone) throws IOException, InterruptedException {
        HttpResponse<String> answer = exchange(request("/phones/" + phone + "/code"));
        if (answer.statusCode() != 200) {
            throw new AssertionError("no code for " + phone + ": " + answer.body());
        }
        return answer.body().strip();
    }

    /** How many messages to a number were accepted; at most 100 are counted. */
    public int count(String phone) throws IOException, InterruptedException {
        return sids(phone).size();
    }

    /** The SIDs of the messages to a number that were accepted, newest first; at most 100. */
    public List<String> sids(String phone) throws IOException, InterruptedException {
        TwilioAccount account = TwilioAccount.TEST;
        HttpResponse<String> answer =
                exchange(request("/2010-04-01/Accounts/" + account.sid() + "/Messages.json?PageSize=100&To=%2B" + phone)
                        .header("Authorization", new Credentials(account.sid(), account.authToken()).basic()));
        return JSON.readTree(answer.body())
                .path("messages")
                .valueStream()
                .map(message -> message.path("sid").asString())
                .toList();
    }

    /** Sets what goes wrong, such as {@code fault=drop_after_accept&next=1}; an empty form ends it. */
    public void fault(String form) throws IOException, InterruptedException {
        HttpResponse<String> answer = exchange(request("/faults")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new AssertionError("the fault was refused: " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(sandbox.uri().resolve(path));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
