package dev.ziffer.acceptance.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Numbers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Two servers that start at the same moment on one empty PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StartRaceTest {

    private Installation installation;

    @BeforeAll
    void start() throws Exception {
        installation = Topology.TWO_SERVERS_ON_POSTGRESQL.start(Map.of());
    }

    @AfterAll
    void end() throws Exception {
        installation.close();
    }

    @Test
    void migrateOnce() throws Exception {
        Database database = installation.database();

        assertThat(database.column("SELECT version FROM flyway_schema_history WHERE success"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(database.column("SELECT version FROM flyway_schema_history WHERE NOT success"))
                .isEmpty();
    }

    @Test
    void haveTheSameKeysAndTheSameManagementApplication() throws Exception {
        Database database = installation.database();

        assertThat(database.column("SELECT name FROM keyset")).containsExactlyInAnyOrder("code", "data", "phone-index");
        assertThat(database.column("SELECT position FROM signing_key")).containsExactly("current");
        assertThat(database.column("SELECT id FROM application")).containsExactly("acceptance");
        assertThat(keys(0)).isEqualTo(keys(1));
    }

    @Test
    void acceptEachOthersTokens() throws Exception {
        Client atFirst = installation.client(0);
        Client atSecond = atFirst.at(installation.servers().get(1));

        assertThat(atSecond.call("GET", "/api/connectors", null).status()).isEqualTo(200);
    }

    @Test
    void checkEachOthersCodesAndShareOneLedger() throws Exception {
        String phone = Numbers.fresh();
        Answer sent = installation.client(0).send(phone);
        Answer again = installation.client(1).send(phone);

        assertThat(again.status()).isEqualTo(204);
        assertThat(installation.twilio().messages(phone))
                .hasSize(2)
                .extracting(sms -> sms.body())
                .containsOnly(installation.twilio().messages(phone).getFirst().body());
        assertThat(installation.client(1).message(sent.messageId()))
                .isEqualTo(installation.client(0).message(sent.messageId()));
        assertThat(installation
                        .client(1)
                        .verify(phone, installation.twilio().code(phone))
                        .status())
                .isEqualTo(204);
        assertThat(installation
                        .client(0)
                        .verify(phone, installation.twilio().code(phone))
                        .code())
                .isEqualTo("verification_code.not_found");
    }

    private JsonNode keys(int server) throws Exception {
        Client client = installation.client(server);
        JsonNode keys = client.exchange(client.request("/oidc/jwks")).json().path("keys");
        assertThat(keys).hasSize(1);
        return keys;
    }
}
