package dev.ziffer.server.connectors;

import dev.ziffer.server.messages.SendRequest;
import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.storage.ShortId;
import dev.ziffer.server.web.Issue;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.twilio.TwilioAccount;
import dev.ziffer.twilio.TwilioConnectorFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Twilio configurations that operators work on: each operator has one, kept from change to change until it is saved
 * as the connector or thrown away. It may be wrong in any way; what is saved may not.
 */
@Component
public final class ConnectorDrafts {

    /** More than ever lose against each other: two windows of one person. */
    private static final int TRIES = 20;

    private final DraftStore drafts;
    private final ConnectorStore store;
    private final TwilioConnectorFactory factory;
    private final CheckedConfig checkedConfig;
    private final Protection protection;
    private final TestSend testSend;
    private final LocalTwilio localTwilio;

    ConnectorDrafts(
            DraftStore drafts,
            ConnectorStore store,
            ConnectorFactories factories,
            CheckedConfig checkedConfig,
            Protection protection,
            TestSend testSend,
            LocalTwilio localTwilio) {
        this.drafts = drafts;
        this.store = store;
        this.factory = factories.twilio();
        this.checkedConfig = checkedConfig;
        this.protection = protection;
        this.testSend = testSend;
        this.localTwilio = localTwilio;
    }

    /**
     * A configuration as it is now.
     *
     * @param config the configuration, its secrets masked
     * @param errors what keeps it from being saved
     * @param warnings what works, but not as well as it could
     * @param testedBy the id of the message that tested it; null when it was not tested as it is
     * @param connectorId the saved connector; null when there is none
     * @param unsaved whether the saved connector is another
     */
    public record Draft(
            JsonNode config,
            List<Issue> errors,
            List<Issue> warnings,
            @Nullable String testedBy,
            @Nullable String connectorId,
            boolean unsaved) {}

    /**
     * What the operator works on: what was left, else the saved connector.
     *
     * @param fresh where nothing is saved either
     */
    public Draft open(String operatorId, Supplier<JsonNode> fresh) {
        Optional<DraftStore.Kept> kept = drafts.find(operatorId);
        Connector saved = store.find().orElse(null);
        JsonNode config =
                kept.map(DraftStore.Kept::config).orElseGet(() -> saved == null ? fresh.get() : saved.config());
        return new Draft(
                Secrets.masked(factory, config),
                checkedConfig.problems(factory, config),
                ConnectorErrors.issues(checkedConfig.validation(factory, config).warnings()),
                kept.map(DraftStore.Kept::testedBy).orElse(null),
                saved == null ? null : saved.id(),
                saved == null || !saved.config().equals(config));
    }

    /**
     * Changes the configuration. A mask that stands for no secret that may stay is taken out, as if the field were empty.
     *
     * @param change makes a configuration of the one with masks
     */
    public void edit(String operatorId, Supplier<JsonNode> fresh, Function<JsonNode, JsonNode> change) {
        for (int i = 0; i < TRIES; i++) {
            JsonNode kept = drafts.find(operatorId).map(DraftStore.Kept::config).orElse(null);
            JsonNode current =
                    kept != null ? kept : store.find().map(Connector::config).orElseGet(fresh);
            JsonNode changed = change.apply(Secrets.masked(factory, current));
            if (drafts.change(operatorId, kept, withoutLooseMasks(changed, current))) {
                return;
            }
        }
        throw RequestError.of(HttpStatus.CONFLICT, "connector.changed_meanwhile");
    }

    private JsonNode withoutLooseMasks(JsonNode changed, JsonNode current) {
        Secrets.Unmasked unmasked = Secrets.unmasked(factory, changed, current);
        if (unmasked.config() instanceof ObjectNode config) {
            unmasked.issues()
                    .forEach(issue -> config.remove(issue.path().getFirst().toString()));
        }
        return unmasked.config();
    }

    /** What the operator works on, secrets included. */
    private JsonNode current(String operatorId, Supplier<JsonNode> fresh) {
        return drafts.find(operatorId)
                .map(DraftStore.Kept::config)
                .or(() -> store.find().map(Connector::config))
                .orElseGet(fresh);
    }

    /** What the operator works on, its secrets taken out. */
    public JsonNode withoutSecrets(String operatorId, Supplier<JsonNode> fresh) {
        JsonNode config = open(operatorId, fresh).config().deepCopy();
        if (config instanceof ObjectNode object) {
            object.remove(Secrets.confidential(factory, object));
        }
        return config;
    }

    /** Forgets what the operator works on. */
    public void discard(String operatorId) {
        drafts.delete(operatorId);
    }

    /**
     * Sends a message with a sample code as the configuration says.
     *
     * @return the message's id in the ledger
     * @throws RequestError when it is wrong, a limit refuses, or the provider does
     */
    public String test(String operatorId, Supplier<JsonNode> fresh, SendRequest request) {
        edit(operatorId, fresh, same -> same);
        JsonNode config = drafts.find(operatorId).orElseThrow().config();
        List<Issue> problems = checkedConfig.problems(factory, config);
        if (!problems.isEmpty()) {
            throw Issue.error("connector.invalid_config", problems);
        }
        String id = testSend.send(request, protection.rules(), factory, config, "operator/" + operatorId);
        drafts.tested(operatorId, config, id);
        return id;
    }

    /**
     * Saves the configuration as the connector, in place of the one there is.
     *
     * @throws RequestError {@code connector.invalid_config} with everything that is wrong
     */
    public void save(String operatorId, Supplier<JsonNode> fresh) {
        Connector saved = store.find().orElse(null);
        JsonNode config = current(operatorId, fresh);
        List<Issue> problems = checkedConfig.problems(factory, config);
        if (!problems.isEmpty()) {
            throw Issue.error("connector.invalid_config", problems);
        }
        if (saved == null) {
            store.replace(ShortId.random(), factory.metadata().id(), config);
        } else if (!store.reconfigure(saved, config)) {
            throw RequestError.of(HttpStatus.CONFLICT, "connector.changed_meanwhile");
        }
        drafts.delete(operatorId);
    }

    /** The account that the configuration names; none while its credentials are missing or malformed. */
    public Optional<TwilioAccount> account(String operatorId, Supplier<JsonNode> fresh) {
        return factory.account(current(operatorId, fresh));
    }

    /** The credentials and the service of the sandbox on this machine; none where it does not run. */
    public Optional<JsonNode> sandbox() {
        return localTwilio.builtInConfig();
    }
}
