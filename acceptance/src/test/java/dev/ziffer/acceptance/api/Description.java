package dev.ziffer.acceptance.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI 3.1 document. */
final class Description {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final JsonNode document;
    private final JsonNode strictComponents;

    Description(JsonNode document) {
        this.document = document;
        this.strictComponents = strict(document.path("components"));
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member ->
                                operations.add(Operation.of(member.getKey(), path.getKey(), member.getValue()))));
        return operations;
    }

    /** The operation of this method and path; one whose path is literally this wins. */
    Optional<Operation> find(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.matches(method, path))
                .min((one, other) -> Boolean.compare(
                        other.template().equals(path), one.template().equals(path)));
    }

    /** Whether any method of this path is documented. */
    boolean knows(String path) {
        return operations().stream().anyMatch(operation -> operation.matches(path));
    }

    /** The answers that are documented one by one, by status. */
    Stream<Map.Entry<String, JsonNode>> answers(Operation operation) {
        return operation.node().path("responses").properties().stream()
                .map(answer -> Map.entry(answer.getKey(), resolved(answer.getValue())));
    }

    /** What is documented for this status, unless the code is one that any request can get. */
    JsonNode answer(Operation operation, int status, String code) {
        JsonNode answers = operation.node().path("responses");
        JsonNode any = resolved(answers.path("default"));
        String key = String.valueOf(status);
        return answers.has(key) && !codes(any).contains(code) ? resolved(answers.path(key)) : any;
    }

    /** The codes that a documented error may have. */
    Set<String> codes(JsonNode answer) {
        Set<String> codes = new TreeSet<>();
        collectCodes(answer.path("content").path("application/json").path("schema"), codes);
        return codes;
    }

    private void collectCodes(JsonNode schema, Set<String> codes) {
        JsonNode known = resolved(schema);
        known.path("anyOf").forEach(one -> collectCodes(one, codes));
        collectNames(resolved(known.path("properties").path("code")), "", codes);
        collectNames(known.path("properties").path("error"), "oidc.", codes);
    }

    private static void collectNames(JsonNode code, String prefix, Set<String> codes) {
        if (code.has("const")) {
            codes.add(prefix + code.path("const").asString());
        }
        code.path("enum").forEach(one -> codes.add(prefix + one.asString()));
    }

    /** What a reference refers to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** What keeps a value from fitting a schema of the document, where further members of objects do no harm. */
    List<String> misfits(JsonNode schema, JsonNode value) {
        return misfits(schema, document.path("components"), value);
    }

    /** The same where objects have no members but the documented ones. */
    List<String> strictMisfits(JsonNode schema, JsonNode value) {
        return misfits(strict(schema), strictComponents, value);
    }

    private List<String> misfits(JsonNode schema, JsonNode components, JsonNode value) {
        ObjectNode whole = ((ObjectNode) schema.deepCopy());
        whole.set("components", components);
        return schemas.computeIfAbsent(whole.toString(), _ -> registry.getSchema(whole)).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /** The schema with every object closed that lists its members and does not say that there may be others. */
    private static JsonNode strict(JsonNode node) {
        JsonNode copy = node.deepCopy();
        close(copy);
        return copy;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean lists = object.path("properties").isObject();
            if (lists && !object.has("allOf") && !object.has("$ref") && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            object.properties().forEach(member -> close(member.getValue()));
        } else if (node instanceof ArrayNode array) {
            array.forEach(Description::close);
        }
    }
}
