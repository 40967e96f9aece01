package dev.ziffer.twilio;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Accounts at a server of the test's own, and which of Twilio's products they turned to. */
final class TestAccount {

    final List<String> products = new ArrayList<>();

    private final TwilioConnectorFactory factory;

    TestAccount(URI origin) {
        this(origin, Duration.ofSeconds(8));
    }

    TestAccount(URI origin, Duration deadline) {
        this.factory = new TwilioConnectorFactory(
                (product, region, edge, accountSid) -> noting(product, origin),
                new RestClient(RestClient.httpClient(), deadline, new TestPauses()));
    }

    private URI noting(String product, URI origin) {
        products.add(product);
        return origin;
    }

    /** Opened with an auth token. */
    TwilioAccount open() {
        return open(credentials());
    }

    /** Opened with an API key. */
    TwilioAccount openWithKey() {
        return open(credentials()
                .put("apiKeySID", "SK0123456789abcdef0123456789abcdef")
                .put("apiKeySecret", "hush"));
    }

    TwilioAccount open(ObjectNode config) {
        return factory.account(config).orElseThrow();
    }

    static ObjectNode credentials() {
        return credentials(null);
    }

    static ObjectNode credentials(@Nullable String region) {
        ObjectNode config =
                Configs.json("{}").put("accountSID", Configs.ACCOUNT_SID).put("authToken", "fedcba9876543210");
        return region == null ? config : config.put("region", region);
    }
}
