package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorFactory;
import dev.ziffer.connector.FormItem;
import dev.ziffer.server.web.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Hides the secrets of a configuration in answers, and puts them back where a caller returns the mask.
 *
 * <p>A mask stands for the kept secret only while everything that says where the secret is shown to stays
 * as it was: no kept secret can be moved to another account or host.
 */
final class Secrets {

    private static final String HIDDEN = "••••";

    /** A secret shorter than this is hidden whole: its last four characters would be too much of it. */
    private static final int SHORTEST_HINTED = 12;

    private Secrets() {}

    /**
     * The configuration with every secret as {@code ••••} and its last four characters. A text under a name that the
     * form does not have counts as one: it may be a secret whose name was misspelt.
     */
    static JsonNode masked(ConnectorFactory factory, JsonNode config) {
        if (!(config.deepCopy() instanceof ObjectNode masked)) {
            return config;
        }
        for (String key : confidential(factory, masked)) {
            masked.set(key, maskedTexts(masked.get(key)));
        }
        return masked;
    }

    /** A configuration as it is meant, or what keeps it from being so. */
    record Unmasked(JsonNode config, List<Issue> issues) {}

    /**
     * The configuration with every mask replaced by the secret of {@code kept} that it stands for.
     *
     * @param kept the saved configuration of the same kind; null for none
     */
    static Unmasked unmasked(ConnectorFactory factory, JsonNode config, @Nullable JsonNode kept) {
        List<Issue> issues = new ArrayList<>();
        if (!(config.deepCopy() instanceof ObjectNode meant)) {
            return new Unmasked(config, issues);
        }
        for (String key : confidential(factory, meant)) {
            JsonNode value = meant.get(key);
            if (!value.isString() || !value.stringValue().startsWith(HIDDEN)) {
                continue;
            }
            JsonNode secret = kept == null ? null : kept.get(key);
            if (kept == null
                    || secret == null
                    || !secret.isString()
                    || !value.stringValue().equals(mask(secret.stringValue()))) {
                issues.add(Issue.at(List.of(key), "connector.mask_unknown"));
            } else if (!sameScope(factory, meant, kept)) {
                issues.add(Issue.at(List.of(key), "connector.mask_moved"));
            } else {
                meant.set(key, secret);
            }
        }
        return new Unmasked(meant, issues);
    }

    private static boolean sameScope(ConnectorFactory factory, JsonNode one, JsonNode other) {
        return factory.secretScope().stream()
                .allMatch(
                        key -> one.path(key).asString("").equals(other.path(key).asString("")));
    }

    /** The names in a configuration whose values are not shown; what says where a secret is used always is. */
    static List<String> confidential(ConnectorFactory factory, ObjectNode config) {
        Set<String> shown = factory.metadata().formItems().stream()
                .filter(item -> !item.confidential())
                .map(FormItem::key)
                .collect(Collectors.toSet());
        return config.propertyNames().stream()
                .filter(key -> !shown.contains(key) && !factory.secretScope().contains(key))
                .toList();
    }

    private static JsonNode maskedTexts(JsonNode value) {
        if (value.isString()) {
            return StringNode.valueOf(mask(value.stringValue()));
        }
        if (value instanceof ObjectNode object) {
            object.propertyNames().stream().toList().forEach(key -> object.set(key, maskedTexts(object.get(key))));
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, maskedTexts(array.get(i)));
            }
        }
        return value;
    }

    private static String mask(String secret) {
        return secret.length() < SHORTEST_HINTED ? HIDDEN : HIDDEN + secret.substring(secret.length() - 4);
    }
}
