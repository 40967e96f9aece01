package dev.ziffer.twilio;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON of every kind, made from the fuzzer's data. */
final class FuzzedJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FuzzedJson() {}

    /** Any value; texts are now and then one of these. */
    static JsonNode value(FuzzedDataProvider data, List<String> texts, int depth) {
        return switch (data.consumeInt(0, depth > 0 ? 9 : 7)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(data.consumeBoolean());
            case 2 -> NODES.numberNode(data.consumeInt());
            case 3 -> NODES.numberNode(data.consumeDouble());
            case 4, 5 -> NODES.stringNode(data.pickValue(texts));
            case 6, 7 -> NODES.stringNode(data.consumeString(200));
            case 8 -> list(data, texts, depth - 1);
            default -> object(data, List.of("usageType", "content", "locale", data.consumeString(5)), texts, depth - 1);
        };
    }

    /** An object with some of these keys. */
    static ObjectNode object(FuzzedDataProvider data, List<String> keys, List<String> texts, int depth) {
        ObjectNode object = NODES.objectNode();
        for (String key : keys) {
            if (data.consumeBoolean()) {
                object.set(key, value(data, texts, depth));
            }
        }
        return object;
    }

    private static ArrayNode list(FuzzedDataProvider data, List<String> texts, int depth) {
        ArrayNode list = NODES.arrayNode();
        for (int left = data.consumeInt(0, 8); left > 0; left--) {
            list.add(value(data, texts, depth));
        }
        return list;
    }
}
