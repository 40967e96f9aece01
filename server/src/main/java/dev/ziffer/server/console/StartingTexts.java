package dev.ziffer.server.console;

import dev.ziffer.connector.UsageType;
import dev.ziffer.server.protection.Protection;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an operator begins with: a text for each use that every configuration needs, in the operator's language. */
@Component
final class StartingTexts {

    private final MessageSource texts;
    private final Protection protection;

    StartingTexts(MessageSource texts, Protection protection) {
        this.texts = texts;
        this.protection = protection;
    }

    /** A configuration with these texts and nothing else. */
    JsonNode config(Locale locale) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        var templates = config.putArray("templates");
        UsageType.required()
                .forEach(usage -> templates
                        .addObject()
                        .put("usageType", usage.wireName())
                        .put("content", text(usage.wireName(), locale)));
        return config;
    }

    /** A text for a use in a language, saying how long a code is valid; the generic one for a use that has none. */
    String text(String usageType, Locale locale) {
        long minutes = protection.rules().policy().lifetime().toMinutes();
        Object[] arguments = {minutes};
        String own = texts.getMessage("template." + usageType, arguments, null, locale);
        return own == null ? Objects.requireNonNull(texts.getMessage("template.Generic", arguments, locale)) : own;
    }
}
