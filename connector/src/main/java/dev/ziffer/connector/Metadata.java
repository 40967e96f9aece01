package dev.ziffer.connector;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of connector describes itself.
 *
 * @param id the name of this kind of connector, such as {@code twilio-short-message-service}
 * @param target what it reaches, such as {@code twilio-sms}
 * @param platform where it runs; none for messages
 * @param name its name by language tag; English and German at least
 * @param description one sentence by language tag; English and German at least
 * @param logo a {@code data:} URI
 * @param logoDark a {@code data:} URI for dark pages, where {@code logo} does not suit them
 * @param readme how to set it up, in Markdown
 * @param formItems its configuration's fields, in the order a form shows them
 */
public record Metadata(
        String id,
        String target,
        @Nullable String platform,
        Map<String, String> name,
        Map<String, String> description,
        String logo,
        @Nullable String logoDark,
        String readme,
        List<FormItem> formItems) {

    /** Copies the maps and the list, so that nobody can change them afterwards. */
    public Metadata {
        name = Map.copyOf(name);
        description = Map.copyOf(description);
        formItems = List.copyOf(formItems);
    }
}
