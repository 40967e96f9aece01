package dev.ziffer.acceptance.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Server;
import dev.ziffer.acceptance.browser.Chromium;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A new server with a sandbox, and browsers that look at its console; no page may report an error to its console. */
final class TestConsole implements AutoCloseable {

    static final String NAME = "Ada";
    static final String PASSWORD = "correct donkey lamp river";

    private static final Pattern LINK = Pattern.compile("http://\\S+/console/setup\\?token=\\S+");

    /** What a browser says of every answer that is no success; the tests look at these answers themselves. */
    private static final String EXPECTED = "Failed to load resource";

    /** What htmx says of a request that was under way when the page was left. */
    private static final Pattern LEFT = Pattern.compile("htmx:(afterRequest|sendAbort).*|\\[object HTMLDivElement]");

    private final Chromium chromium;
    private final Server server;
    private final List<BrowserContext> profiles = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    TestConsole(Chromium chromium) throws Exception {
        this(chromium, Map.of());
    }

    TestConsole(Chromium chromium, Map<String, String> settings) throws Exception {
        this.chromium = chromium;
        Map<String, String> all = new HashMap<>(Map.of("ZIFFER_SANDBOX", "true"));
        all.putAll(settings);
        this.server = Server.start(Database.sqlite(), all);
    }

    /** The link that the start printed. */
    String setupLink() throws Exception {
        Matcher link = LINK.matcher(server.output());
        // A server answers a moment before it prints.
        for (int i = 0; i < 1_000 && !link.find(); i++) {
            Thread.sleep(10);
            link = LINK.matcher(server.output());
        }
        if (!link.reset().find()) {
            throw new AssertionError("the start printed no link: " + server.output());
        }
        return server.uri()
                .resolve(URI.create(link.group()).getPath() + "?"
                        + URI.create(link.group()).getQuery())
                .toString();
    }

    String address(String path) {
        return server.uri().resolve(path).toString();
    }

    Client client() {
        return server.client();
    }

    /** A browser of its own, with a window of 1280 by 900. */
    Page browser() {
        return browser(1280, 900);
    }

    Page browser(int width, int height) {
        BrowserContext profile = chromium.profile(width, height);
        profiles.add(profile);
        Page page = profile.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !message.text().startsWith(EXPECTED)
                    && !LEFT.matcher(message.text()).matches()) {
                errors.add(message.text());
            }
        });
        return page;
    }

    /** A browser in which the first operator is signed in, on the page that connects Twilio. */
    Page signedIn() throws Exception {
        Page page = browser();
        page.navigate(setupLink());
        page.getByLabel("Name").fill(NAME);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByText("Begin").click();
        page.waitForURL("**/console/connector");
        return page;
    }

    @Override
    public void close() {
        profiles.forEach(BrowserContext::close);
        server.close();
        if (!errors.isEmpty()) {
            throw new AssertionError("the browser reported " + errors);
        }
    }
}
