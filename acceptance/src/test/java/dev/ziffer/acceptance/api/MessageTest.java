package dev.ziffer.acceptance.api;

import static dev.ziffer.acceptance.api.Expect.error;
import static dev.ziffer.acceptance.api.Expect.issues;
import static dev.ziffer.acceptance.api.Expect.success;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Database.Engine;
import dev.ziffer.acceptance.Numbers;
import dev.ziffer.acceptance.Reaction;
import dev.ziffer.acceptance.Server;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The ledger. */
@OnEachDatabase
final class MessageTest {

    private static final String MESSAGES = "/api/messages";
    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([a-z]+)\"");

    private final ApiServer server;
    private final Api api;
    private final String phone = Numbers.fresh();

    MessageTest(Engine engine) throws Exception {
        this.server = ApiServer.on(engine);
        this.api = server.api();
    }

    @Test
    void tellsWhatBecameOfAMessage() throws Exception {
        long before = System.currentTimeMillis();
        Answer sent = success(
                api.with("X-Request-Id", "my-request-1")
                        .post(
                                "/api/verification-codes",
                                Map.of("phone", phone, "usageType", "SignIn", "locale", "de-ch")),
                204);
        assertThat(sent.header("X-Request-Id")).hasValue("my-request-1");

        JsonNode message =
                success(api.get(MESSAGES + "/" + sent.messageId()), 200).json();
        assertThat(message.path("id").asString()).isEqualTo(sent.messageId());
        assertThat(message.path("state").asString()).isEqualTo("accepted");
        assertThat(message.path("twilioSid").asString())
                .isEqualTo(server.twilio().messages(phone).getFirst().sid());
        assertThat(message.path("phone").asString()).isEqualTo("+49 151• •••••" + phone.substring(phone.length() - 2));
        assertThat(message.path("country").asString()).isEqualTo("DE");
        assertThat(message.path("usageType").asString()).isEqualTo("SignIn");
        assertThat(message.path("locale").asString()).isEqualTo("de-CH");
        assertThat(message.path("applicationId").asString()).isEqualTo("acceptance");
        assertThat(message.path("requestId").asString()).isEqualTo("my-request-1");
        assertThat(message.path("createdAt").asLong()).isBetween(before, System.currentTimeMillis());
        assertThat(message.path("updatedAt").asLong())
                .isGreaterThanOrEqualTo(message.path("createdAt").asLong());
        assertThat(message.toString()).doesNotContain(phone, server.twilio().code(phone));
        error(api.get(MESSAGES + "/" + "0".repeat(26)), 404, "entity.not_found");
    }

    @Test
    void listsPagesNewestFirst() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(success(api.send(phone), 204).messageId());
        }
        String list = MESSAGES + "?phone=" + phone;
        assertThat(ids(list)).isEqualTo(ids);
        assertThat(ids(MESSAGES + "?phone=%2B" + phone)).isEqualTo(ids);
        assertThat(ids(MESSAGES + "?phone=+" + phone)).isEqualTo(ids);
        assertThat(ids(list + "&page_size=2")).isEqualTo(ids.subList(0, 2));
        assertThat(ids(list + "&page_size=2&page=2")).isEqualTo(ids.subList(2, 4));
        assertThat(ids(list + "&page_size=2&page=3")).isEqualTo(ids.subList(4, 5));
        assertThat(ids(list + "&page_size=2&page=4")).isEmpty();

        Answer middle = api.get(list + "&page_size=2&page=2&state=accepted");
        assertThat(middle.header("Total-Number")).hasValue("5");
        String same = Server.PUBLIC_URL + list + "&state=accepted";
        assertThat(links(middle))
                .containsOnly(
                        Map.entry("first", same + "&page=1&page_size=2"),
                        Map.entry("prev", same + "&page=1&page_size=2"),
                        Map.entry("next", same + "&page=3&page_size=2"),
                        Map.entry("last", same + "&page=3&page_size=2"));
        assertThat(links(api.get(list)).keySet()).containsExactlyInAnyOrder("first", "last");
        assertThat(links(api.get(list + "&page_size=2&page=9")))
                .containsKey("prev")
                .doesNotContainKey("next");
    }

    @Test
    void filtersByStateAndError() throws Exception {
        server.twilio().next(Reaction.error(400, 21614));
        error(api.send(phone), 400, "connector.general");
        success(api.send(phone), 204);
        String list = MESSAGES + "?phone=" + phone;

        assertThat(ids(list)).hasSize(2);
        assertThat(ids(list + "&state=refused&error=21614")).hasSize(1);
        assertThat(ids(list + "&state=accepted")).hasSize(1).doesNotContainAnyElementsOf(ids(list + "&error=21614"));
        assertThat(ids(list + "&state=delivered")).isEmpty();
        assertThat(ids(MESSAGES + "?error=99999")).isEmpty();
        assertThat(ids(MESSAGES + "?phone=&state=&error=&page=&page_size=100")).containsAll(ids(list));
    }

    @Test
    void refusesWhatIsNoFilter() throws Exception {
        Answer answer = api.get(MESSAGES + "?page=0&page_size=101&phone=x&state=lost&error=-1");
        assertThat(issues(error(answer, 400, "guard.invalid_input")))
                .containsExactlyInAnyOrder(
                        "page field.not_in_range",
                        "page_size field.not_in_range",
                        "phone phone.not_a_number",
                        "state parameter.unknown_state",
                        "error field.not_in_range");
        assertThat(answer.json().path("details").asString()).contains("state: ", "delivered", "not_sent");
        for (String query : List.of(
                "page=x",
                "page=1.5",
                "page=99999999999",
                "page_size=-1",
                "error=99999999999",
                "page=%00",
                "state=%00")) {
            error(api.get(MESSAGES + "?" + query), 400, "guard.invalid_input");
        }
    }

    private List<String> ids(String path) throws Exception {
        return success(api.get(path), 200).json().findValuesAsString("id");
    }

    private static Map<String, String> links(Answer answer) {
        Matcher links = LINK.matcher(answer.header("Link").orElseThrow());
        var found = new HashMap<String, String>();
        while (links.find()) {
            found.put(links.group(2), links.group(1));
        }
        return found;
    }
}
