package dev.ziffer.connector;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field of a connector's configuration, as a form shows it.
 *
 * @param key the field's name in the configuration
 * @param label what the form calls it
 * @param type which control shows it
 * @param required whether no configuration is complete without it
 * @param defaultValue what the form starts with
 * @param placeholder an example of a value
 * @param description one sentence that helps to fill it in
 * @param confidential whether the value is a secret, which no answer shows whole
 */
public record FormItem(
        String key,
        String label,
        Type type,
        boolean required,
        @Nullable JsonNode defaultValue,
        @Nullable String placeholder,
        @Nullable String description,
        boolean confidential) {

    /** The controls that a form knows. */
    public enum Type {
        /** One line of text. */
        TEXT("Text"),
        /** A number. */
        NUMBER("Number"),
        /** Several lines of text. */
        MULTILINE_TEXT("MultilineText"),
        /** On or off. */
        SWITCH("Switch"),
        /** A JSON value. */
        JSON("Json");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        /** The name in answers, such as {@code Text}. */
        public String wireName() {
            return wireName;
        }
    }
}
