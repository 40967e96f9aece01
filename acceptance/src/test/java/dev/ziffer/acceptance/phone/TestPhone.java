package dev.ziffer.acceptance.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Credentials;
import dev.ziffer.acceptance.browser.Chromium;
import dev.ziffer.sandbox.Sandbox;
import dev.ziffer.sandbox.SandboxAccount;
import dev.ziffer.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A sandbox whose messages are final at once, and pages that show it; none of them may throw an error. */
final class TestPhone implements AutoCloseable {

    static final String ANNA = "+4915123456789";
    static final String BEN = "+4915123456780";
    static final String NEVER_REACHED = "+15005530007";

    private static final SandboxAccount ACCOUNT = SandboxAccount.DEFAULT;
    private static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT.sid() + "/Messages";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<BrowserContext> profiles = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Chromium chromium;
    private final URI uri;
    private Sandbox sandbox;

    TestPhone(Chromium chromium) throws IOException {
        this.chromium = chromium;
        this.sandbox = Sandbox.start(SandboxOptions.DEFAULTS.withPort(0).withPace(Duration.ZERO));
        this.uri = sandbox.uri();
    }

    /** Opens a place of the page, such as {@code #/numbers}, in a window of 1280 by 800. */
    Page open(String place) {
        return open(place, 1280, 800);
    }

    Page open(String place, int width, int height) {
        BrowserContext profile = chromium.profile(width, height);
        profiles.add(profile);
        Page page = profile.newPage();
        page.onPageError(errors::add);
        page.navigate(address(place));
        return page;
    }

    URI uri() {
        return uri;
    }

    /** The address of a place of the page. */
    String address(String place) {
        return uri + "/" + place;
    }

    /** Sends a message through the Messaging Service. */
    Answer send(String to, String body) throws IOException, InterruptedException {
        String service = ACCOUNT.messagingServices().iterator().next();
        return post(MESSAGES + ".json", "To", to, "MessagingServiceSid", service, "Body", body);
    }

    /** Sends a message from a number or a name. */
    Answer sendFrom(String sender, String to, String body) throws IOException, InterruptedException {
        return post(MESSAGES + ".json", "To", to, "From", sender, "Body", body);
    }

    /** Takes the texts of all messages away. */
    void redactAll() throws IOException, InterruptedException {
        var listed = exchange(request(MESSAGES + ".json")).json().path("messages");
        for (var message : listed) {
            post(message.path("uri").asString(), "Body", "");
        }
    }

    void fault(String form) throws IOException, InterruptedException {
        exchange(request("/faults").PUT(BodyPublishers.ofString(form)));
    }

    void stop() {
        sandbox.close();
    }

    /** Starts again, with nothing in it. */
    void startAgain() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.DEFAULTS.withPort(uri.getPort()).withPace(Duration.ZERO));
    }

    private Answer post(String path, String... form) throws IOException, InterruptedException {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < form.length; i += 2) {
            pairs.add(form[i] + "=" + URLEncoder.encode(form[i + 1], UTF_8));
        }
        return exchange(request(path).POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri.resolve(path))
                .header("Authorization", new Credentials(ACCOUNT.sid(), ACCOUNT.authToken()).basic())
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private Answer exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(http.send(request.build(), BodyHandlers.ofString()));
    }

    @Override
    public void close() {
        profiles.forEach(BrowserContext::close);
        http.close();
        sandbox.close();
        if (!errors.isEmpty()) {
            throw new AssertionError("the page threw " + errors);
        }
    }
}
