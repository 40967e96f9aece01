package dev.ziffer.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every operation that takes JSON, with each part of a good body replaced: what the description forbids is refused. */
@OnEachDatabase
final class BadFieldTest {

    /** Stands for a value that no library would write. */
    private static final String MARK = "@@";

    /** What takes the place of each part, as JSON text. */
    private static final List<String> VALUES = List.of(
            "true",
            "0",
            "-1",
            "1.5",
            "1e999999999",
            "9".repeat(400),
            "\"\"",
            "\" \"",
            "\"7\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\u0007\\u001b\\u2028\\u202e\"",
            "\"" + "x".repeat(20_000) + "\"",
            "[]",
            "{}",
            "[null]",
            "[".repeat(400) + "]".repeat(400));

    private final JsonMapper json = new JsonMapper();
    private final ApiServer server;
    private final Api api;
    private final Description description;

    BadFieldTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
        this.description = new Description(api.get("/api/openapi.json").json());
    }

    @AfterEach
    void reset() throws Exception {
        server.reset();
    }

    @Test
    void refusesEveryPartThatIsNotAsDescribed() throws Exception {
        for (Target target : Target.all(api, description)) {
            assertThat(description.misfits(target.schema(), target.body())).isEmpty();
            Snapshot before = Snapshot.of(api);
            for (ObjectNode marked : marked(target.body())) {
                for (String value : VALUES) {
                    if (call(target, marked.toString().replace("\"" + MARK + "\"", value))) {
                        before = Snapshot.of(api);
                    }
                }
            }
            assertThat(Snapshot.of(api)).isEqualTo(before);
        }
    }

    /** Whether this was taken, which the description then has to allow. */
    private boolean call(Target target, String body) throws Exception {
        Answer answer = target.call(api, body);
        String what = target.operation() + " " + body.substring(0, Math.min(body.length(), 300));
        if (answer.status() >= 300) {
            Harmless.check(what, answer);
            return false;
        }
        assertThat(description.misfits(target.schema(), json.readTree(body)))
                .as("%s was taken", what)
                .isEmpty();
        return true;
    }

    /** Copies of the body, in each of which another part is marked. */
    private static List<ObjectNode> marked(ObjectNode body) {
        List<ObjectNode> all = new ArrayList<>();
        for (String pointer : pointers(body, "")) {
            ObjectNode copy = body.deepCopy();
            int slash = pointer.lastIndexOf('/');
            String name = pointer.substring(slash + 1);
            switch (copy.at(pointer.substring(0, slash))) {
                case ObjectNode parent -> parent.put(name, MARK);
                case ArrayNode parent -> parent.set(Integer.parseInt(name), MARK);
                default -> throw new IllegalStateException(pointer);
            }
            all.add(copy);
        }
        return all;
    }

    /** Where the parts are; of a list, the first entry, which the others are like. */
    private static List<String> pointers(JsonNode node, String path) {
        List<String> pointers = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(member -> {
                String below = path + "/" + member.getKey();
                pointers.add(below);
                pointers.addAll(pointers(member.getValue(), below));
            });
        } else if (node.isArray() && !node.isEmpty()) {
            pointers.add(path + "/0");
            pointers.addAll(pointers(node.get(0), path + "/0"));
        }
        return pointers;
    }
}
