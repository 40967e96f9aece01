package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An open page is told what happens. */
final class EventsTest {

    private Client client;

    @BeforeEach
    void start() throws IOException {
        client = new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0)));
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void tellTheStateAndThenWhatChanges() throws IOException {
        client.send(Client.PHONE, "Your code is 111111");
        try (Page page = new Page()) {
            JsonNode state = page.next("state");
            assertThat(state.get("messages").get(0).get("code").asString()).isEqualTo("111111");
            assertThat(state.get("numbers")).hasSize(TestNumbers.ALL.size());

            client.send(Client.PHONE, "<b>Your code</b> is 222222");
            JsonNode message = page.next("message");
            assertThat(message.get("body").asString()).isEqualTo("<b>Your code</b> is 222222");
            assertThat(message.get("journey")
                            .valueStream()
                            .map(step -> step.get("status").asString()))
                    .containsExactly("accepted", "queued", "sending", "sent", "delivered");

            client.send("+15005550009", "Your code is 333333");
            assertThat(page.next("incident").get("error").asInt()).isEqualTo(21614);

            client.call("PUT", "/faults", "fault", "too_many_requests", "next", "1");
            assertThat(page.next("fault").get("next").asInt()).isEqualTo(1);
            client.send(Client.PHONE, "Your code is 444444");
            assertThat(page.next("fault").get("fault").asString()).isEqualTo("none");
            JsonNode hit = page.next("incident");
            assertThat(hit.get("phone").asString()).isEqualTo(Client.PHONE);
            assertThat(hit.get("answered").asInt()).isEqualTo(429);
            assertThat(hit.get("error").isNull()).isTrue();
            assertThat(hit.get("stored").asBoolean()).isFalse();

            client.call("DELETE", "/messages");
            page.next("cleared");
        }
    }

    @Test
    void tellWhichPhonesRepliedStopWhateverBecameOfTheReply() throws IOException {
        client.send(Client.PHONE, "Your code is 111111");
        try (Page page = new Page()) {
            assertThat(page.next("state").get("stopped")).isEmpty();
            String stop = reply("STOP");
            page.next("message");
            assertThat(page.next("stopped").get("stopped").asBoolean()).isTrue();
            page.next("message");

            client.post("/2010-04-01/Accounts/" + Client.ACCOUNT + "/Messages/" + stop + ".json", "Body", "");
            assertThat(page.next("message").get("body").asString()).isEmpty();
            try (Page later = new Page()) {
                assertThat(later.next("state").get("stopped").get(0).asString()).isEqualTo(Client.PHONE);
            }
            reply("START");
            page.next("message");
            assertThat(page.next("stopped").get("stopped").asBoolean()).isFalse();
        }
    }

    @Test
    void tellARefusalThatHasNoNumber() throws IOException {
        try (Page page = new Page()) {
            page.next("state");
            client.send("numbers", "Your code is 123456");

            assertThat(page.next("incident").get("phone").asString()).isEqualTo("?");
        }
    }

    @Test
    void areToldToThirtyTwoPagesAtOnce() throws IOException {
        List<Page> pages = new ArrayList<>();
        try {
            for (int i = 0; i < 32; i++) {
                pages.add(new Page());
                pages.getLast().next("state");
            }
            assertThat(client.get("/events").statusCode()).isEqualTo(503);
        } finally {
            for (Page page : pages) {
                page.close();
            }
        }
    }

    private String reply(String text) {
        return Client.json(client.post("/phones/" + Client.PHONE.substring(1) + "/replies", "body", text))
                .get(0)
                .get("id")
                .asString();
    }

    private final class Page implements AutoCloseable {

        private final HttpURLConnection connection;
        private final BufferedReader lines;

        Page() throws IOException {
            connection = (HttpURLConnection) client.uri("/events").toURL().openConnection();
            connection.setReadTimeout(10_000);
            lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The data of the next event, which must have this name. */
        JsonNode next(String name) throws IOException {
            String line = lines.readLine();
            while (line.isEmpty() || line.startsWith(":")) {
                line = lines.readLine();
            }
            assertThat(line).isEqualTo("event: " + name);
            return Json.MAPPER.readTree(lines.readLine().substring("data: ".length()));
        }

        @Override
        public void close() {
            connection.disconnect();
        }
    }
}
