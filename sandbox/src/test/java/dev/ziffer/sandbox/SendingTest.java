package dev.ziffer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What Twilio's API takes and what it refuses. */
final class SendingTest {

    private Client client;

    @BeforeEach
    void start() throws IOException {
        client = new Client(Sandbox.start(SandboxOptions.DEFAULTS.withPort(0)));
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            21604, To,                  -
            21604, To,                  ' '
            21603, MessagingServiceSid, -
            21602, Body,                -
            21602, Body,                ''
            21211, To,                  4915123456789
            21211, To,                  +0123456789
            21211, To,                  Alice
            21211, To,                  +12345678901234567
            21265, To,                  12345
            21705, MessagingServiceSid, MG1
            21701, MessagingServiceSid, MG11111111111111111111111111111111
            21212, From,                +
            21212, From,                Twelve Chars
            21606, From,                +4915111111111
            21624, ValidityPeriod,      0
            21624, ValidityPeriod,      36001
            21624, ValidityPeriod,      ten
            21609, StatusCallback,      ftp://example.com
            21609, StatusCallback,      https://my_host.example.com/callback
            21609, StatusCallback,      not a url
            20001, MediaUrl,            https://example.com/cat.png
            """)
    void refusesWithTwiliosCode(int code, String parameter, String value) {
        var form = new LinkedHashMap<String, String>();
        form.put("To", Client.PHONE);
        form.put("MessagingServiceSid", Client.SERVICE);
        form.put("Body", "Your code is 123456");
        if (value == null) {
            form.remove(parameter);
        } else {
            form.put(parameter, value);
        }
        HttpResponse<String> response = client.post(
                Client.MESSAGES,
                form.entrySet().stream()
                        .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
                        .toArray(String[]::new));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Client.json(response).get("code").asInt()).isEqualTo(code);
        assertThat(Client.json(response).get("status").asInt()).isEqualTo(400);
        assertThat(Client.json(response).get("message").asString()).isNotBlank();
        assertThat(Client.json(client.get(Client.MESSAGES)).get("messages")).isEmpty();
    }

    @Test
    void answersWithEveryFieldOfTwiliosMessageResource() {
        JsonNode message = Client.json(client.send(Client.PHONE, "Your code is 123456"));

        assertThat(message.propertyNames())
                .containsExactlyInAnyOrder(
                        "account_sid",
                        "api_version",
                        "body",
                        "date_created",
                        "date_sent",
                        "date_updated",
                        "direction",
                        "error_code",
                        "error_message",
                        "from",
                        "messaging_service_sid",
                        "num_media",
                        "num_segments",
                        "price",
                        "price_unit",
                        "sid",
                        "status",
                        "subresource_uris",
                        "to",
                        "uri");
        assertThat(message.get("date_created").asString())
                .matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} \\+0000");
    }

    @Test
    void readsNoJsonBody() {
        HttpResponse<String> response = client.exchange(HttpRequest.newBuilder(client.uri(Client.MESSAGES))
                .header("Content-Type", "application/json")
                .header("Authorization", Client.AUTHORIZATION)
                .POST(BodyPublishers.ofString("{\"To\":\"" + Client.PHONE + "\"}"))
                .build());

        assertThat(Client.json(response).get("code").asInt()).isEqualTo(21604);
    }

    @Test
    void takes1600CharactersAndNoMore() {
        assertThat(client.send(Client.PHONE, "ä".repeat(1_600)).statusCode()).isEqualTo(201);
        assertThat(Client.json(client.send(Client.PHONE, "ä".repeat(1_601)))
                        .get("code")
                        .asInt())
                .isEqualTo(21617);
    }

    @Test
    void understandsPunctuationInTheRecipient() {
        HttpResponse<String> response = client.send("+49 (151) 2345-6789", "Your code is 123456");

        assertThat(Client.json(response).get("to").asString()).isEqualTo(Client.PHONE);
    }

    @Test
    void sendsFromAName() {
        HttpResponse<String> response =
                client.post(Client.MESSAGES, "To", Client.PHONE, "From", "Acme", "Body", "Your code is 123456");

        assertThat(Client.json(response).get("from").asString()).isEqualTo("Acme");
        assertThat(client.post("/phones/4915123456789/replies", "body", "STOP").statusCode())
                .as("a name cannot receive replies")
                .isEqualTo(409);
    }

    @Test
    void saysWhichRequestItWas() {
        HttpResponse<String> response = client.send(Client.PHONE, "Your code is 123456");

        assertThat(response.headers().firstValue("Twilio-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("RQ[0-9a-f]{32}"));
        assertThat(response.headers().firstValue("Twilio-Concurrent-Requests")).hasValue("1");
        assertThat(response.headers().firstValue("Twilio-Request-Duration"))
                .hasValueSatisfying(duration -> assertThat(duration).matches("\\d+\\.\\d{3}"));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -
            AC00000000000000000000000000000000:wrong
            AC00000000000000000000000000000000
            SK00000000000000000000000000000000:wrong
            AC11111111111111111111111111111111:00000000000000000000000000000000
            """)
    void knowsNobodyWithoutRightCredentials(String pair) {
        HttpResponse<String> response = client.call(pair == null ? List.of() : List.of(pair), "GET", Client.MESSAGES);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(Client.json(response).get("code").asInt()).isEqualTo(20003);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /2010-04-01/Accounts/{account}/Calls.json,                                            404, 20404",
        "GET,    /2010-04-01/Accounts/{account}/Messages/SM00000000000000000000000000000000.json,      404, 20404",
        "GET,    /2010-04-01/Accounts/{account}/Messages/nonsense.json,                                404, 20404",
        "DELETE, /2010-04-01/Accounts/{account}/Messages.json,                                         405, 20004",
        "GET,    /2010-04-01/Accounts/AC11111111111111111111111111111111/Messages.json,                401, 20003",
        "GET,    /2010-04-01/Accounts/{account}/Messages.json?PageSize=1001,                           400, 20007",
        "GET,    /2010-04-01/Accounts/{account}/Messages.json?PageSize=none,                           400, 20001",
        "GET,    /2010-04-01/Accounts/{account}/Messages.json?PageToken=x,                             400, 20001",
        "GET,    /2010-04-01/Accounts/{account}/Messages.json?DateSent=yesterday,                      400, 20001",
    })
    void refusesWhatIsNotThere(String method, String path, int status, int code) {
        HttpResponse<String> response = client.call(method, path.replace("{account}", Client.ACCOUNT));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Client.json(response).get("code").asInt()).isEqualTo(code);
    }

    @Test
    void pagesOnWhileMessagesArriveAndGo() {
        for (int i = 0; i < 4; i++) {
            client.post(Client.MESSAGES, "To", Client.PHONE, "From", TestNumbers.SENDER, "Body", "Message " + i);
        }
        var first = Client.json(client.get(Client.MESSAGES + "?PageSize=2&To=%2B4915123456789"));
        client.post(Client.MESSAGES, "To", Client.PHONE, "From", TestNumbers.SENDER, "Body", "Later");
        var second = Client.json(client.get(first.get("next_page_uri").asString()));

        assertThat(bodies(first)).containsExactly("Message 3", "Message 2");
        assertThat(bodies(second)).containsExactly("Message 1", "Message 0");
        assertThat(second.get("next_page_uri").isNull()).isTrue();
        assertThat(second.get("start").asInt()).isEqualTo(2);
        assertThat(bodies(Client.json(client.get(Client.MESSAGES + "?PageSize=2&Page=2"))))
                .containsExactly("Message 0");
    }

    @Test
    void pagesBackWhileMessagesArrive() {
        for (int i = 0; i < 5; i++) {
            client.send(Client.PHONE, "Message " + i);
        }
        var first = Client.json(client.get(Client.MESSAGES + "?PageSize=2"));
        var second = Client.json(client.get(first.get("next_page_uri").asString()));
        client.send(Client.PHONE, "Later");
        var third = Client.json(client.get(second.get("next_page_uri").asString()));
        assertThat(bodies(third)).containsExactly("Message 0");

        var back = Client.json(client.get(third.get("previous_page_uri").asString()));
        assertThat(bodies(back)).containsExactly("Message 2", "Message 1");
        assertThat(bodies(Client.json(client.get(back.get("previous_page_uri").asString()))))
                .containsExactly("Message 4", "Message 3");
        assertThat(bodies(Client.json(client.get(back.get("next_page_uri").asString()))))
                .containsExactly("Message 0");
    }

    @Test
    void aPageFarBeyondTheLastIsEmpty() {
        client.send(Client.PHONE, "Message");

        var page = Client.json(client.get(Client.MESSAGES + "?PageSize=1000&Page=2147483647"));

        assertThat(page.get("messages")).isEmpty();
        assertThat(page.get("start").asLong()).isEqualTo(2_147_483_647_000L);
        assertThat(page.get("previous_page_uri").asString()).endsWith("Page=2147483646");
    }

    @Test
    void aMessageHasNoMedia() {
        var uris = Client.json(client.send(Client.PHONE, "Message")).get("subresource_uris");

        HttpResponse<String> media = client.get(uris.get("media").asString());

        assertThat(media.statusCode()).isEqualTo(200);
        assertThat(Client.json(media).get("media_list")).isEmpty();
    }

    private static List<String> bodies(JsonNode page) {
        return page.get("messages")
                .valueStream()
                .map(message -> message.get("body").asString())
                .toList();
    }
}
