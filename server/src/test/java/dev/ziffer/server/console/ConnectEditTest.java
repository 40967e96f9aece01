package dev.ziffer.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the fields of a form make of a configuration. */
final class ConnectEditTest {

    private static final String CONFIG = """
            {"accountSID": "AC1", "authToken": "••••abcd", "later": {"unknown": [1]},
             "templates": [
               {"usageType": "SignIn", "content": "old", "more": true},
               {"usageType": "SignIn", "content": "alt", "locale": "de"}]}
            """;

    private final JsonNode config = JsonMapper.shared().readTree(CONFIG);

    @Test
    void changesWhatWasSentAndKeepsWhateverElseThereIs() {
        JsonNode changed = ConnectEdit.apply(config, Map.of("accountSID", " AC2 ", "text:SignIn:", "new {{code}}"));

        assertThat(changed.path("accountSID").stringValue()).isEqualTo("AC2");
        assertThat(changed.path("authToken").stringValue()).isEqualTo("••••abcd");
        assertThat(changed.at("/later/unknown/0").intValue()).isEqualTo(1);
        assertThat(changed.at("/templates/0/content").stringValue()).isEqualTo("new {{code}}");
        assertThat(changed.at("/templates/0/more").booleanValue()).isTrue();
        assertThat(changed.at("/templates/1/content").stringValue()).isEqualTo("alt");
    }

    @Test
    void takesAnEmptyFieldOut() {
        assertThat(ConnectEdit.apply(config, Map.of("accountSID", " ")).has("accountSID"))
                .isFalse();
    }

    @Test
    void addsATextForAnotherLanguageAndTakesItOutAgain() {
        JsonNode more = ConnectEdit.apply(config, Map.of("text:SignIn:fr", "français"));

        assertThat(more.at("/templates/2/locale").stringValue()).isEqualTo("fr");
        assertThat(ConnectEdit.without(more, "text:SignIn:fr")).isEqualTo(config);
    }

    @Test
    void countsTheEndOfALineOnce() {
        JsonNode changed = ConnectEdit.apply(config, Map.of("text:SignIn:", "one\r\ntwo"));

        assertThat(changed.at("/templates/0/content").stringValue()).isEqualTo("one\ntwo");
    }

    @Test
    void makesAnObjectOfWhatIsNone() {
        JsonNode changed = ConnectEdit.apply(JsonMapper.shared().readTree("[]"), Map.of("accountSID", "AC1"));

        assertThat(changed).isEqualTo(JsonMapper.shared().readTree("{\"accountSID\":\"AC1\"}"));
    }
}
