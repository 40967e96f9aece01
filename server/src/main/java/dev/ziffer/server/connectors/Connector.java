package dev.ziffer.server.connectors;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * The configured connector.
 *
 * @param id its name in the API
 * @param factoryId the kind it is of
 * @param config its configuration, secrets included; never to be answered or logged as it is
 * @param revision the change that made it what it is; no two have the same
 * @param createdAt when it was made
 */
record Connector(String id, String factoryId, JsonNode config, long revision, Instant createdAt) {

    /** What tells it from what it was before a change, and from another of its id. */
    record Version(String id, long revision) {}

    Version version() {
        return new Version(id, revision);
    }

    /** Without the configuration. */
    @Override
    public String toString() {
        return "Connector[" + id + ", " + factoryId + ", revision " + revision + "]";
    }
}
