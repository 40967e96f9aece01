package dev.ziffer.server.console;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form's fields make of a configuration: those that were sent are changed, and everything else, whatever it is,
 * stays. An empty field is taken out.
 */
final class ConnectEdit {

    private static final String TEMPLATES = "templates";
    private static final String PREFIX = "text:";

    private ConnectEdit() {}

    /**
     * A new configuration.
     *
     * @param config the one there is
     * @param sent the form's fields by their names
     */
    static JsonNode apply(JsonNode config, Map<String, String> sent) {
        ObjectNode changed =
                config.deepCopy() instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        for (String name : ConnectForm.NAMES) {
            String value = sent.get(name);
            if (value != null) {
                put(changed, name, value.strip());
            }
        }
        if (sent.containsKey("_" + ConnectForm.SWITCH)) {
            if (sent.containsKey(ConnectForm.SWITCH)) {
                changed.put(ConnectForm.SWITCH, true);
            } else {
                changed.remove(ConnectForm.SWITCH);
            }
        }
        sent.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                String[] parts = name.split(":", 3);
                // Browsers send two characters for a line's end, which would count twice.
                template(changed, parts[1], parts.length < 3 ? "" : parts[2])
                        .put("content", value.replace("\r\n", "\n"));
            }
        });
        return templatesLast(changed);
    }

    /** As configurations are written everywhere. */
    private static ObjectNode templatesLast(ObjectNode config) {
        JsonNode templates = config.remove(TEMPLATES);
        if (templates != null) {
            config.set(TEMPLATES, templates);
        }
        return config;
    }

    private static void put(ObjectNode config, String name, String value) {
        if (value.isEmpty()) {
            config.remove(name);
        } else {
            config.put(name, value);
        }
    }

    /** Whether there is a text of this key. */
    static boolean has(JsonNode config, String key) {
        return config.path(TEMPLATES).valueStream().anyMatch(template -> key.equals(keyOf(template)));
    }

    private static String keyOf(JsonNode template) {
        return ConnectForm.key(
                template.path("usageType").asString(""), template.path("locale").asString(""));
    }

    /** Takes the text of a usage type and a language out. */
    static JsonNode without(JsonNode config, String key) {
        JsonNode changed = config.deepCopy();
        if (changed.path(TEMPLATES) instanceof ArrayNode templates) {
            for (int i = templates.size() - 1; i >= 0; i--) {
                if (key.equals(keyOf(templates.get(i)))) {
                    templates.remove(i);
                }
            }
        }
        return changed;
    }

    private static ObjectNode template(ObjectNode config, String usageType, String locale) {
        if (!(config.path(TEMPLATES) instanceof ArrayNode)) {
            config.putArray(TEMPLATES);
        }
        ArrayNode templates = (ArrayNode) config.path(TEMPLATES);
        for (JsonNode template : templates) {
            if (template instanceof ObjectNode object && keyOf(template).equals(ConnectForm.key(usageType, locale))) {
                return object;
            }
        }
        ObjectNode added = templates.addObject().put("usageType", usageType);
        if (!locale.isEmpty()) {
            added.put("locale", locale);
        }
        return added;
    }
}
