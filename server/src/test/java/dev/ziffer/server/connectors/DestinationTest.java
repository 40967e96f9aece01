package dev.ziffer.server.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ziffer.server.RunningServer;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.settings.SettingsException;
import dev.ziffer.server.storage.Revision;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

final class DestinationTest {

    @Test
    void refusesASandboxConnectorWhereThePublicUrlIsNotOnThisMachine() {
        try (RunningServer server = RunningServer.onSqlite()) {
            ConnectorStore store = server.bean(ConnectorStore.class);
            LocalTwilio localTwilio = server.bean(LocalTwilio.class);
            Revision revision = server.bean(Revision.class);
            store.replace(
                    "id",
                    "twilio-short-message-service",
                    JsonMapper.shared().createObjectNode().put("accountSID", LocalTwilio.ACCOUNT_SID));

            assertThat(new Destination(store, localTwilio, revision, server.bean(Settings.class)).isSandbox())
                    .isTrue();
            Settings reachable = Settings.from(Map.of("ZIFFER_PUBLIC_URL", "https://codes.example.com"));
            assertThatThrownBy(() -> new Destination(store, localTwilio, revision, reachable))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("ZIFFER_PUBLIC_URL");
        }
    }
}
