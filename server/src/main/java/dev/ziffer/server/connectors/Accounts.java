package dev.ziffer.server.connectors;

import dev.ziffer.server.keys.Keys;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells one account at the provider from another, without naming it. */
@Component
final class Accounts {

    private final Keys keys;

    Accounts(Keys keys) {
        this.keys = keys;
    }

    /**
     * A keyed hash of what decides where the messages of a configuration can be looked up: account and region, whichever
     * way the region is given.
     */
    String of(JsonNode config) {
        String account = config.path("accountSID").asString("")
                + '/'
                + config.path("region").asString("")
                + '/'
                + config.path("host").asString("");
        return keys.keyedHash("connector-account", account.getBytes(StandardCharsets.UTF_8));
    }
}
