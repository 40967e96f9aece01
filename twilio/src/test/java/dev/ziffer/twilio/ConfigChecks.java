package dev.ziffer.twilio;

import dev.ziffer.connector.Problem;
import dev.ziffer.connector.Validation;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A configuration with nothing wrong, to be changed, and what is then said about it. */
abstract class ConfigChecks {

    final TwilioConnectorFactory factory = new TwilioConnectorFactory();
    final ObjectNode config = Configs.plain();

    ArrayNode templates() {
        return (ArrayNode) config.path("templates");
    }

    ObjectNode template(int index) {
        return (ObjectNode) templates().get(index);
    }

    Validation validate(JsonNode json) {
        return factory.validate(json, 6);
    }

    List<String> errors() {
        return errorsOf(config);
    }

    List<String> errorsOf(JsonNode json) {
        return summary(validate(json).errors());
    }

    List<String> warnings() {
        return summary(validate(config).warnings());
    }

    private static List<String> summary(List<Problem> problems) {
        return problems.stream()
                .map(problem -> String.join(
                                ".",
                                problem.path().stream().map(Object::toString).toList())
                        + ": " + problem.code())
                .toList();
    }
}
