package dev.ziffer.server.web;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Finds texts that no phone and not every database takes: with U+0000, or with half of a surrogate pair.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7493#section-2.1">RFC 7493, 2.1</a>
 */
final class Malformed {

    private Malformed() {}

    /** An issue for each such text in the tree, values and names; for the first of very many. */
    static List<Issue> in(JsonNode tree) {
        List<Issue> issues = new ArrayList<>();
        collect(tree, List.of(), issues);
        return issues;
    }

    private static void collect(JsonNode node, List<Object> path, List<Issue> issues) {
        if (node.isString()) {
            check(node.stringValue(), path, issues);
        } else if (node.isObject()) {
            for (var property : node.properties()) {
                check(property.getKey(), path, issues);
                collect(property.getValue(), below(path, property.getKey()), issues);
            }
        } else {
            for (int index = 0; index < node.size(); index++) {
                collect(node.get(index), below(path, index), issues);
            }
        }
    }

    private static void check(String text, List<Object> path, List<Issue> issues) {
        if (issues.size() < Issue.MOST
                && (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(Malformed::isHalf))) {
            issues.add(Issue.at(path, "field.not_text"));
        }
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static List<Object> below(List<Object> path, Object step) {
        List<Object> below = new ArrayList<>(path);
        below.add(step);
        return below;
    }
}
