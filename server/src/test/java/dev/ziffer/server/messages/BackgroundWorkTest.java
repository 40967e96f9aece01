package dev.ziffer.server.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.connector.UsageType;
import dev.ziffer.server.RunningServer;
import dev.ziffer.server.connectors.ActiveConnector;
import dev.ziffer.server.keys.Keys;
import dev.ziffer.server.storage.Revision;
import dev.ziffer.verification.PhoneNumber;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

final class BackgroundWorkTest {

    /** More than the deadline of one asking and the first wait of the job together, less than 30 deadlines. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int MESSAGES = 30;

    @Test
    void deletesWhatIsOverWhileTheProviderHangs() throws Exception {
        // Connections are made, and nothing is ever answered on them.
        try (var twilio = new ServerSocket(0, MESSAGES, InetAddress.getLoopbackAddress());
                RunningServer server = RunningServer.onSqlite(
                        Map.of("ZIFFER_TWILIO_API_URL", "http://127.0.0.1:" + twilio.getLocalPort()))) {
            saveConnector(server);
            intend(server);
            JdbcClient jdbc = server.bean(JdbcClient.class);

            long began = System.nanoTime();
            while (jdbc.sql("SELECT count(*) FROM lease WHERE name = 'delete-expired'")
                            .query(Integer.class)
                            .single()
                    == 0) {
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
                Thread.sleep(50);
            }
        }
    }

    /** Messages that are due to be asked about. */
    private static void intend(RunningServer server) throws Exception {
        String account = server.bean(ActiveConnector.class)
                .get(server.bean(Revision.class).current())
                .account();
        var past = new SettableClock(Instant.now().minus(Duration.ofMinutes(2)));
        var ledger = new Ledger(server.bean(JdbcClient.class), server.bean(Keys.class), past);
        try (Connection connection = server.bean(DataSource.class).getConnection()) {
            for (int i = 0; i < MESSAGES; i++) {
                PhoneNumber number = PhoneNumber.parse("49151" + (20_000_000 + i));
                var intent = new MessageIntent(number, UsageType.GENERIC, null, "app", "id", account, 1);
                ledger.intend(connection, ledger.draft(intent), null, 1, "123456");
            }
        }
    }

    private static void saveConnector(RunningServer server) throws Exception {
        String template = "{\"usageType\":\"%s\",\"content\":\"{{code}}\"}";
        HttpResponse<String> answer = server.send(server.request("/api/connectors")
                .header("Authorization", "Bearer " + server.accessToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"connectorId": "twilio-short-message-service", "config": {
                          "accountSID": "AC%s", "authToken": "%s", "fromMessagingServiceSID": "MG%s",
                          "templates": [%s, %s, %s, %s]}}
                        """.formatted(
                                "1".repeat(32),
                                "2".repeat(32),
                                "3".repeat(32),
                                template.formatted("SignIn"),
                                template.formatted("Register"),
                                template.formatted("ForgotPassword"),
                                template.formatted("Generic")))));
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
