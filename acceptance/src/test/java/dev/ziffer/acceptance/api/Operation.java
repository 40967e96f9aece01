package dev.ziffer.acceptance.api;

import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A documented operation.
 *
 * @param template the path, with names in braces
 */
record Operation(String method, String template, JsonNode node) {

    private static final Pattern NAME = Pattern.compile("\\{[^}]+}");

    static Operation of(String method, String template, JsonNode node) {
        return new Operation(method.toUpperCase(Locale.ROOT), template, node);
    }

    boolean matches(String otherMethod, String path) {
        return method.equals(otherMethod) && matches(path);
    }

    /** Whether this is its path. Names stand for what needs no encoding. */
    boolean matches(String path) {
        return path.matches(NAME.matcher(template).replaceAll("[A-Za-z0-9._~-]+"));
    }

    /** Whether a token is needed. */
    boolean secured() {
        return !node.has("security");
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
