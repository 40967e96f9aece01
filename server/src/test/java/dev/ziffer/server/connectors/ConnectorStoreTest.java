package dev.ziffer.server.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.connector.SmsConnector;
import dev.ziffer.server.RunningServer;
import dev.ziffer.server.storage.Revision;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class ConnectorStoreTest {

    private static final String FACTORY = "twilio-short-message-service";
    private static final String ONE = "AC" + "1".repeat(32);
    private static final String OTHER = "AC" + "2".repeat(32);

    @AutoClose
    private static final RunningServer server = RunningServer.onSqlite(Map.of("ZIFFER_SANDBOX", "true"));

    private final ConnectorStore store = server.bean(ConnectorStore.class);
    private final ActiveConnector active = server.bean(ActiveConnector.class);

    @Test
    void changesNoConnectorThatWasMadeAnewWithTheSameId() {
        store.replace("id", FACTORY, config(ONE));
        Connector read = store.find().orElseThrow();
        store.delete("id");
        store.replace("id", FACTORY, config(OTHER));

        assertThat(store.reconfigure(read.version(), config(ONE))).isFalse();
        assertThat(store.find().orElseThrow().config()).isEqualTo(config(OTHER));
    }

    @Test
    void changesNoConnectorThatWasChangedAndChangedBack() {
        store.replace("id", FACTORY, config(ONE));
        Connector read = store.find().orElseThrow();
        assertThat(store.reconfigure(read.version(), config(OTHER))).isTrue();
        assertThat(store.reconfigure(store.find().orElseThrow().version(), config(ONE)))
                .isTrue();

        assertThat(store.reconfigure(read.version(), config(OTHER))).isFalse();
    }

    @Test
    void isAskedForAnewAfterEachChange() throws Exception {
        store.replace("id", FACTORY, config(ONE));
        SmsConnector first = current();
        assertThat(current()).isSameAs(first);

        store.delete("id");
        assertThat(current()).isNotSameAs(first);
        store.replace("id", FACTORY, config(ONE));
        assertThat(current()).isNotSameAs(first);
    }

    @Test
    void isFoundByItsAccountAsLongAsItHasIt() {
        String account = server.bean(Accounts.class).of(config(ONE));
        store.replace("id", FACTORY, config(ONE));
        assertThat(server.bean(AccountConnectors.class).find(account)).isPresent();

        ObjectNode rotated = config(ONE).put("authToken", "f".repeat(32));
        store.reconfigure(store.find().orElseThrow().version(), rotated);
        assertThat(server.bean(AccountConnectors.class).find(account)).isPresent();

        store.reconfigure(store.find().orElseThrow().version(), config(ONE).put("region", "au1"));
        assertThat(server.bean(AccountConnectors.class).find(account)).isEqualTo(Optional.empty());
        store.reconfigure(store.find().orElseThrow().version(), config(OTHER));
        assertThat(server.bean(AccountConnectors.class).find(account)).isEqualTo(Optional.empty());
    }

    private SmsConnector current() throws Exception {
        return active.get(server.bean(Revision.class).current()).connector();
    }

    private static ObjectNode config(String account) {
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("accountSID", account)
                .put("authToken", "0123456789abcdef0123456789abcdef")
                .put("fromMessagingServiceSID", "MG" + "1".repeat(32));
        for (String usageType : new String[] {"SignIn", "Register", "ForgotPassword", "Generic"}) {
            config.withArray("templates")
                    .addObject()
                    .put("usageType", usageType)
                    .put("content", "{{code}}");
        }
        return config;
    }
}
