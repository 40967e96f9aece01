package dev.ziffer.server.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ziffer.connector.FormItem;
import dev.ziffer.connector.Metadata;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A kind of connector as the API shows it; the shape is Logto's. */
record FactoryResponse(
        String type,
        boolean isDemo,
        String id,
        String target,
        @Nullable String platform,
        Map<String, String> name,
        Map<String, String> description,
        String logo,
        @Nullable String logoDark,
        String readme,
        List<Field> formItems) {

    static FactoryResponse of(Metadata metadata) {
        return new FactoryResponse(
                "Sms",
                false,
                metadata.id(),
                metadata.target(),
                metadata.platform(),
                metadata.name(),
                metadata.description(),
                metadata.logo(),
                metadata.logoDark(),
                metadata.readme(),
                fields(metadata));
    }

    static List<Field> fields(Metadata metadata) {
        return metadata.formItems().stream().map(Field::of).toList();
    }

    /** A field of the configuration's form. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Field(
            String key,
            String type,
            String label,
            boolean required,
            @Nullable JsonNode defaultValue,
            @Nullable String placeholder,
            @Nullable String description,
            boolean isConfidential) {

        private static Field of(FormItem item) {
            return new Field(
                    item.key(),
                    item.type().wireName(),
                    item.label(),
                    item.required(),
                    item.defaultValue(),
                    item.placeholder(),
                    item.description(),
                    item.confidential());
        }
    }
}
