package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorFactory;
import dev.ziffer.connector.Metadata;
import dev.ziffer.connector.Validation;
import dev.ziffer.server.web.Issue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The configured connector as the API shows it, its secrets masked; the shape is Logto's. */
record ConnectorResponse(
        String type,
        String id,
        String connectorId,
        boolean syncProfile,
        boolean enableTokenStorage,
        JsonNode config,
        Map<String, Object> metadata,
        String target,
        @Nullable String platform,
        Map<String, String> name,
        Map<String, String> description,
        String logo,
        @Nullable String logoDark,
        String readme,
        List<FactoryResponse.Field> formItems,
        boolean isStandard,
        boolean isDemo,
        ExtraInfo extraInfo) {

    static ConnectorResponse of(String id, JsonNode config, ConnectorFactory factory, int codeLength, Locale locale) {
        Metadata metadata = factory.metadata();
        Validation validation = factory.validate(config, codeLength);
        return new ConnectorResponse(
                "Sms",
                id,
                metadata.id(),
                false,
                false,
                Secrets.masked(factory, config),
                Map.of(),
                metadata.target(),
                metadata.platform(),
                metadata.name(),
                metadata.description(),
                metadata.logo(),
                metadata.logoDark(),
                metadata.readme(),
                FactoryResponse.fields(metadata),
                false,
                false,
                new ExtraInfo(ConnectorErrors.issues(validation.warnings()).stream()
                        .map(issue -> issue.in(locale))
                        .toList()));
    }

    /** What works, but not as well as it could. */
    record ExtraInfo(List<Issue.Localized> warnings) {}
}
