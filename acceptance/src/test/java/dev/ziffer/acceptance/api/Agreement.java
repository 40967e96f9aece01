package dev.ziffer.acceptance.api;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.api.Exchanges.Recorded;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Holds what happened against what is documented. */
final class Agreement {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");

    private final Description description;
    private final Set<String> occurred = new TreeSet<>();

    Agreement(Description description) {
        this.description = description;
    }

    /** What in this exchange is not as documented. */
    List<String> differences(Recorded recorded) {
        Answer answer = recorded.answer();
        Optional<Operation> found = description.find(recorded.method(), recorded.path());
        if (found.isEmpty()) {
            return answer.status() >= 400 && answer.status() < 500 ? List.of() : List.of("is not documented");
        }
        Operation operation = found.get();
        occurred.add(operation + " " + answer.status());
        occurred.add(operation + " " + answer.status() + " " + answer.code());
        List<String> differences = new ArrayList<>();
        JsonNode documented = description.answer(operation, answer.status(), answer.code());
        compareHeaders(documented, answer.response().headers(), differences);
        compareBody(documented, answer, differences);
        if (answer.status() < 300) {
            compareRequest(operation, recorded, differences);
        }
        return differences;
    }

    /** The documented statuses, and the documented codes of errors, that never occurred. */
    Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (Operation operation : description.operations()) {
            description.answers(operation).forEach(answer -> {
                String known = operation + " " + answer.getKey();
                if (answer.getKey().equals("default")) {
                    return;
                }
                if (!occurred.contains(known)) {
                    missing.add(known);
                } else {
                    description.codes(answer.getValue()).stream()
                            .map(code -> known + " " + code)
                            .filter(code -> !occurred.contains(code))
                            .forEach(missing::add);
                }
            });
        }
        return missing;
    }

    private void compareHeaders(JsonNode documented, HttpHeaders headers, List<String> differences) {
        documented.path("headers").properties().forEach(member -> {
            JsonNode header = description.resolved(member.getValue());
            Optional<String> value = headers.firstValue(member.getKey());
            if (value.isEmpty()) {
                if (header.path("required").asBoolean(false)) {
                    differences.add("has no header " + member.getKey());
                }
                return;
            }
            JsonNode json = WHOLE_NUMBER.matcher(value.get()).matches()
                    ? JsonNodeFactory.instance.numberNode(Long.parseLong(value.get()))
                    : JsonNodeFactory.instance.stringNode(value.get());
            differences.addAll(description.strictMisfits(header.path("schema"), json));
        });
    }

    private void compareBody(JsonNode documented, Answer answer, List<String> differences) {
        String body = answer.response().body();
        JsonNode content = documented.path("content");
        if (content.isMissingNode()) {
            if (!body.isEmpty()) {
                differences.add("has a body");
            }
            return;
        }
        String type = answer.header("Content-Type").orElse("").split(";", 2)[0];
        if (!content.has(type)) {
            differences.add("has the content type '" + type + "'");
            return;
        }
        differences.addAll(description.strictMisfits(content.path(type).path("schema"), JSON.readTree(body)));
    }

    private void compareRequest(Operation operation, Recorded recorded, List<String> differences) {
        JsonNode content = operation.node().path("requestBody").path("content");
        if (content.isMissingNode()) {
            return;
        }
        String type = recorded.type().split(";", 2)[0];
        if (!content.has(type)) {
            differences.add("took the content type '" + type + "'");
        } else if (type.equals("application/json")) {
            JsonNode body = JSON.readTree(recorded.body());
            dropNulls(body);
            differences.addAll(description.misfits(content.path(type).path("schema"), body));
        }
    }

    /** A member that is null is one that is left out. */
    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(Agreement::dropNulls);
    }
}
