package dev.ziffer.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which drafts of a configuration name an account. */
final class AccountDraftTest {

    private final TwilioConnectorFactory factory = new TwilioConnectorFactory();

    @Test
    void credentialsAreEnough() {
        assertThat(factory.account(TestAccount.credentials())).isPresent();
    }

    @Test
    void nothingElseOfTheDraftMatters() {
        ObjectNode draft = TestAccount.credentials().put("from", "?").put("fromMessagingServiceSID", "");
        draft.put("templates", 5);

        assertThat(factory.account(draft)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"AC\"",
                "{}",
                "{\"accountSID\": \"AC0123456789abcdef0123456789abcdef\"}",
                "{\"accountSID\": \"AC0123456789abcdef0123456789abcdef\", \"authToken\": \"\"}",
                "{\"accountSID\": \"AC0123456789abcdef0123456789abcdef\", \"authToken\": 5}",
                "{\"accountSID\": \"AC0123\", \"authToken\": \"hush\"}",
                "{\"accountSID\": \"AC0123456789abcdef0123456789abcdef\", \"apiKeySID\": \"SK0123456789abcdef0123456789abcdef\"}",
                "{\"accountSID\": \"AC0123456789abcdef0123456789abcdef\", \"authToken\": \"hush\", \"region\": \"Ireland\"}",
                "{\"accountSID\": \"AC0123456789abcdef0123456789abcdef\", \"authToken\": \"hush\", \"host\": \"evil.example\"}",
            })
    void aDraftWithoutUsableCredentialsNamesNone(String draft) {
        JsonNode json = JsonMapper.shared().readTree(draft);

        assertThat(factory.account(json)).isEmpty();
    }

    @Test
    void theAccountIsReachedInItsRegion() {
        var asked = new ArrayList<List<String>>();
        var elsewhere = new TwilioConnectorFactory((product, region, edge, accountSid) -> {
            asked.add(List.of(product, String.valueOf(region), String.valueOf(edge), accountSid));
            return URI.create("http://nowhere.invalid");
        });
        ObjectNode draft = TestAccount.credentials().put("host", "api.dublin.ie1.twilio.com");

        assertThatThrownBy(elsewhere.account(draft).orElseThrow()::state).isInstanceOf(AccountException.class);

        assertThat(asked).containsExactly(List.of("api", "ie1", "dublin", Configs.ACCOUNT_SID));
    }

    @Test
    void anAccountHidesItsSecret() {
        assertThat(factory.account(TestAccount.credentials()).orElseThrow().toString())
                .contains(Configs.ACCOUNT_SID)
                .doesNotContain("fedcba");
    }
}
