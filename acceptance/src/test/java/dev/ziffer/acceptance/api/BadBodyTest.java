package dev.ziffer.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every operation that takes JSON, with bodies that are not JSON, too much of it, or not said to be. */
@OnEachDatabase
final class BadBodyTest {

    private static final String NESTED = "[".repeat(30_000) + "]".repeat(30_000);

    /** What may stand in place of a whole body. */
    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "true",
            "7",
            "\"x\"",
            "[]",
            "{",
            "}",
            "{]",
            "{\"a\"}",
            "{\"a\":}",
            "{'a':1}",
            "{a:1}",
            "\0",
            NESTED,
            "{\"a\":".repeat(10_000));

    /** What may be wrong with a member of an otherwise good body. */
    private static final List<String> MEMBERS = List.of(
            "\"x\":NaN",
            "\"x\":01",
            "\"x\":1,\"x\":1",
            "\"x\":\"\t\"",
            "\"x\":\"\\x\"",
            "\"x\":\"\\ud800\"",
            "\"x\":\"\\u0000\"",
            "\"x\":\"\0\"",
            "\"\\u0000\":1",
            "\"x\":" + "9".repeat(2_000),
            "\"x\":" + "[".repeat(2_000) + "]".repeat(2_000));

    private final ApiServer server;
    private final Api api;
    private final Description description;
    private final List<Target> targets;

    BadBodyTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
        this.description = new Description(api.get("/api/openapi.json").json());
        this.targets = Target.all(api, description);
    }

    @AfterEach
    void reset() throws Exception {
        server.reset();
    }

    @Test
    void knowsEveryOperationThatTakesJson() {
        assertThat(targets.stream().map(Target::operation))
                .containsExactlyInAnyOrderElementsOf(description.operations().stream()
                        .filter(operation -> operation
                                .node()
                                .path("requestBody")
                                .path("content")
                                .has("application/json"))
                        .toList());
    }

    @Test
    void refusesWhatIsNoJsonObject() throws Exception {
        Snapshot before = Snapshot.of(api);
        for (Target target : targets) {
            for (byte[] body : bodies(target.body().toString())) {
                Harmless.check(target.operation() + " " + shown(body), target.call(api, body));
            }
        }
        assertThat(Snapshot.of(api)).isEqualTo(before);
    }

    @Test
    void refusesBodiesThatAreTooLarge() throws Exception {
        Snapshot before = Snapshot.of(api);
        for (Target target : targets) {
            for (String body : List.of(
                    target.body() + " ".repeat(70_000),
                    "x".repeat(70_000),
                    "{\"x\":\"" + "x".repeat(1_000_000) + "\"}")) {
                Expect.error(target.call(api, body), 413, "request.too_large");
            }
        }
        assertThat(Snapshot.of(api)).isEqualTo(before);
    }

    @Test
    void refusesBodiesThatAreNotSaidToBeJson() throws Exception {
        Snapshot before = Snapshot.of(api);
        for (Target target : targets) {
            String good = target.body().toString();
            for (String type : List.of(
                    "",
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data",
                    "json",
                    "/",
                    "application/*",
                    "*/*",
                    "\u00e4/\u00e4",
                    "x".repeat(5_000))) {
                Answer answer = target.call(api.with("Content-Type", type), good);
                Expect.error(answer, 415, "request.unsupported_media_type");
                Harmless.check(target.operation() + " as '" + type + "'", answer);
            }
        }
        assertThat(Snapshot.of(api)).isEqualTo(before);
    }

    private static List<byte[]> bodies(String good) throws Exception {
        List<byte[]> bodies = new ArrayList<>();
        BODIES.forEach(body -> bodies.add(body.getBytes(UTF_8)));
        for (String member : MEMBERS) {
            bodies.add(("{" + member + "," + good.substring(1)).getBytes(UTF_8));
        }
        for (String body : List.of(
                "[" + good + "]",
                good + "x",
                good + good,
                good + "{}",
                good + ",",
                good.substring(0, good.length() - 1),
                "//\n" + good,
                "/**/" + good,
                "\0" + good,
                good + "\0",
                good.replaceFirst("\"[a-zA-Z]+\":", "$0$0"))) {
            bodies.add(body.getBytes(UTF_8));
        }
        for (int wrong : new int[] {0x80, 0xc0, 0xed, 0xff}) {
            bodies.add(withByte(good, wrong));
        }
        return bodies;
    }

    /** With a byte in a text that UTF-8 does not have there. */
    private static byte[] withByte(String good, int wrong) throws Exception {
        var bytes = new ByteArrayOutputStream();
        bytes.write("{\"x\":\"".getBytes(UTF_8));
        bytes.write(wrong);
        bytes.write(("\"," + good.substring(1)).getBytes(UTF_8));
        return bytes.toByteArray();
    }

    private static String shown(byte[] body) {
        return new String(body, 0, Math.min(body.length, 200), UTF_8);
    }
}
