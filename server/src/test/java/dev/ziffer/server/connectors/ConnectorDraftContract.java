package dev.ziffer.server.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ziffer.server.RunningServer;
import dev.ziffer.server.web.RequestError;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an operator works on, and what becomes of the saved connector by it. */
abstract class ConnectorDraftContract {

    private static final String ACCOUNT = "AC" + "1".repeat(32);
    private static final String OTHER_ACCOUNT = "AC" + "2".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @AutoClose
    private final RunningServer server;

    private final ConnectorStore store;
    private final ConnectorDrafts drafts;

    ConnectorDraftContract(RunningServer server) {
        this.server = server;
        this.store = server.bean(ConnectorStore.class);
        this.drafts = server.bean(ConnectorDrafts.class);
    }

    @BeforeEach
    void deleteWhatIsSaved() {
        store.find().ifPresent(connector -> store.delete(connector.id()));
        ada().discard();
        ben().discard();
    }

    private ConnectorDraft ada() {
        return drafts.of("ada", ConnectorDraftContract::config);
    }

    private ConnectorDraft ben() {
        return drafts.of("ben", ConnectorDraftContract::config);
    }

    @Test
    void isWhatWasTypedLastAndEverybodyHasTheirOwn() {
        ada().edit(config -> with(config, "region", "ie1"));

        assertThat(ada().state().config().path("region").stringValue()).isEqualTo("ie1");
        assertThat(ben().state().config().has("region")).isFalse();
    }

    @Test
    void losesNoneOfManyChangesAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> changes = Collections.nCopies(8, () -> {
                ada().edit(config ->
                        with(config, "region", config.path("region").asString("") + "x"));
                return null;
            });
            for (var change : threads.invokeAll(changes)) {
                change.get();
            }
        }

        assertThat(ada().state().config().path("region").stringValue()).isEqualTo("x".repeat(8));
    }

    @Test
    void showsNoSecretAndKeepsItWhereItsMaskComesBack() {
        ada().edit(config -> config);

        assertThat(ada().state().config().path("authToken").stringValue()).isEqualTo("••••cdef");
        ada().edit(config -> with(config, "from", "Acme"));
        ada().edit(config -> without(config, "from"));
        ada().save();
        assertThat(store.find().orElseThrow().config().path("authToken").stringValue())
                .isEqualTo(TOKEN);
    }

    @Test
    void movesNoSecretToAnotherAccount() {
        ada().edit(config -> config);
        ada().edit(config -> with(config, "accountSID", OTHER_ACCOUNT));

        assertThat(ada().state().config().has("authToken")).isFalse();
        assertThatThrownBy(() -> ada().save())
                .asInstanceOf(type(RequestError.class))
                .returns("connector.invalid_config", RequestError::code);
        assertThat(store.find()).isEmpty();
    }

    @Test
    void isEncryptedInTheDatabase() {
        ada().edit(config -> config);

        assertThat(server.bean(JdbcClient.class)
                        .sql("SELECT document_sealed FROM connector_draft")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(document -> document.contains(TOKEN) || document.contains(ACCOUNT));
    }

    @Test
    void savesOverTheConnectorItBeganWithOnly() {
        ada().edit(config -> config);
        ben().edit(config -> config);
        ada().save();

        assertThatThrownBy(() -> ben().save())
                .asInstanceOf(type(RequestError.class))
                .returns("connector.changed_meanwhile", RequestError::code);

        ben().discard();
        ben().edit(config -> with(config, "from", "Ben"));
        ada().edit(config -> with(config, "from", "Ada"));
        ada().save();
        assertThatThrownBy(() -> ben().save()).isInstanceOf(RequestError.class);
        assertThat(ben().state().config().path("from").stringValue()).isEqualTo("Ben");
        assertThat(store.find().orElseThrow().config().path("from").stringValue())
                .isEqualTo("Ada");
    }

    @Test
    void isOneOfManySavedAtOnce() throws Exception {
        List<ConnectorDraft> all = IntStream.range(0, 8)
                .mapToObj(i -> drafts.of("racer-" + i, ConnectorDraftContract::config))
                .toList();
        all.forEach(draft -> draft.edit(config -> config));
        long saved;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> saves = all.stream()
                    .map(draft -> (Callable<Boolean>) () -> {
                        try {
                            draft.save();
                            return true;
                        } catch (RequestError e) {
                            return false;
                        }
                    })
                    .toList();
            saved = threads.invokeAll(saves).stream()
                    .filter(done -> done.resultNow())
                    .count();
        }
        all.forEach(ConnectorDraft::discard);

        assertThat(saved).isEqualTo(1);
    }

    @Test
    void canAskItsAccountAboutTestsBeforeItIsSaved() {
        String account = server.bean(Accounts.class).of(config());
        AccountConnectors directory = server.bean(AccountConnectors.class);
        assertThat(directory.find(account)).isEmpty();

        ada().edit(config -> config);
        assertThat(directory.find(account)).isPresent();
        ada().edit(config -> with(config, "accountSID", OTHER_ACCOUNT));
        assertThat(directory.find(account)).isEmpty();
    }

    private static JsonNode with(JsonNode config, String field, String value) {
        return ((ObjectNode) config.deepCopy()).put(field, value);
    }

    private static JsonNode without(JsonNode config, String field) {
        ObjectNode changed = (ObjectNode) config.deepCopy();
        changed.remove(field);
        return changed;
    }

    private static JsonNode config() {
        ObjectNode config = JsonMapper.shared().createObjectNode();
        config.put("accountSID", ACCOUNT).put("authToken", TOKEN).put("fromMessagingServiceSID", "MG" + "1".repeat(32));
        for (String usageType : List.of("SignIn", "Register", "ForgotPassword", "Generic")) {
            config.withArray("templates")
                    .addObject()
                    .put("usageType", usageType)
                    .put("content", "{{code}}");
        }
        return config;
    }
}
