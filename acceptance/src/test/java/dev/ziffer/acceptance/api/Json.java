package dev.ziffer.acceptance.api;

import dev.ziffer.acceptance.TwilioAccount;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON that requests are made of. */
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** Reads JSON that may use apostrophes for quotes. */
    static JsonNode of(String text) {
        return MAPPER.readTree(text.replace('\'', '"'));
    }

    static ObjectNode object(String text) {
        return (ObjectNode) of(text);
    }

    /** A configuration with nothing wrong in it. */
    static ObjectNode config() {
        return MAPPER.valueToTree(TwilioAccount.TEST.config());
    }

    /** A configuration and one more template. */
    static ObjectNode config(String usageType, String content, String locale) {
        ObjectNode config = config();
        templates(config)
                .addObject()
                .put("usageType", usageType)
                .put("content", content)
                .put("locale", locale);
        return config;
    }

    static ArrayNode templates(ObjectNode config) {
        return (ArrayNode) config.path("templates");
    }

    /** What saves a connector with this configuration. */
    static ObjectNode connector(JsonNode config) {
        ObjectNode connector = MAPPER.createObjectNode().put("connectorId", "twilio-short-message-service");
        connector.set("config", config);
        return connector;
    }

    /** What sends a test message with this configuration. */
    static ObjectNode test(String phone, JsonNode config) {
        ObjectNode test = MAPPER.createObjectNode().put("phone", phone);
        test.set("config", config);
        return test;
    }

    /** What changes a connector's configuration to this. */
    static ObjectNode change(JsonNode config) {
        ObjectNode change = MAPPER.createObjectNode();
        change.set("config", config);
        return change;
    }
}
