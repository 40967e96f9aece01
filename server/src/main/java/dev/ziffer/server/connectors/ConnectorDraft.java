package dev.ziffer.server.connectors;

import dev.ziffer.server.messages.SendRequest;
import dev.ziffer.server.storage.ShortId;
import dev.ziffer.server.web.Issue;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.twilio.TwilioAccount;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Twilio configuration that one operator works on, kept from change to change until it is saved as the connector or
 * thrown away: at first the saved connector's, or the one to begin with. It may be wrong in any way; what is saved may
 * not.
 */
public final class ConnectorDraft {

    /** More than ever lose against each other: two windows of one person. */
    private static final int TRIES = 20;

    private final ConnectorDrafts parts;
    private final String operatorId;
    private final Supplier<JsonNode> fresh;

    ConnectorDraft(ConnectorDrafts parts, String operatorId, Supplier<JsonNode> fresh) {
        this.parts = parts;
        this.operatorId = operatorId;
        this.fresh = fresh;
    }

    /**
     * What the draft is now.
     *
     * @param config the configuration, its secrets masked
     * @param errors what keeps it from being saved
     * @param warnings what works, but not as well as it could
     * @param testedBy the id of the message that tested it; null when it was not tested as it is
     * @param discardable whether there is a saved connector that it differs from
     */
    public record State(
            JsonNode config,
            List<Issue> errors,
            List<Issue> warnings,
            @Nullable String testedBy,
            boolean discardable) {}

    /** The draft as it is now. */
    public State state() {
        DraftStore.Kept kept = parts.drafts.find(operatorId).orElse(null);
        Connector saved = parts.store.find().orElse(null);
        JsonNode config = kept != null ? kept.config() : begun(saved);
        CheckedConfig.Findings findings = parts.checkedConfig.look(parts.factory, config);
        return new State(
                Secrets.masked(parts.factory, config),
                findings.errors(),
                findings.warnings(),
                kept == null ? null : kept.testedBy(),
                saved != null && !saved.config().equals(config));
    }

    /** The id of the message that tested the draft as it is; null for none. */
    public @Nullable String testedBy() {
        return parts.drafts.find(operatorId).map(DraftStore.Kept::testedBy).orElse(null);
    }

    /**
     * Changes the configuration. A mask that stands for no secret that may stay is taken out, as if the field were empty.
     *
     * @param change makes a configuration of the one with masks; may be asked more than once
     */
    public void edit(UnaryOperator<JsonNode> change) {
        for (int i = 0; i < TRIES; i++) {
            DraftStore.Kept kept = parts.drafts.find(operatorId).orElse(null);
            Connector saved = kept == null ? parts.store.find().orElse(null) : null;
            JsonNode current = kept != null ? kept.config() : begun(saved);
            JsonNode changed = withoutLooseMasks(change.apply(Secrets.masked(parts.factory, current)), current);
            boolean made = kept != null
                    ? parts.drafts.change(operatorId, current, changed)
                    : parts.drafts.begin(operatorId, changed, saved == null ? null : saved.version());
            if (made) {
                return;
            }
        }
        throw RequestError.of(HttpStatus.CONFLICT, "connector.changed_meanwhile");
    }

    private JsonNode withoutLooseMasks(JsonNode changed, JsonNode current) {
        Secrets.Unmasked unmasked = Secrets.unmasked(parts.factory, changed, current);
        if (unmasked.config() instanceof ObjectNode config) {
            unmasked.issues()
                    .forEach(issue -> config.remove(issue.path().getFirst().toString()));
        }
        return unmasked.config();
    }

    /** The draft, which is begun if it was not. */
    private DraftStore.Kept kept() {
        return parts.drafts.find(operatorId).orElseGet(() -> {
            edit(same -> same);
            return parts.drafts.find(operatorId).orElseThrow(ConnectorDraft::changedMeanwhile);
        });
    }

    private JsonNode begun(@Nullable Connector saved) {
        return saved == null ? fresh.get() : saved.config();
    }

    /** The configuration without its secrets. */
    public JsonNode withoutSecrets() {
        JsonNode config = state().config();
        if (config instanceof ObjectNode object) {
            object.remove(Secrets.confidential(parts.factory, object));
        }
        return config;
    }

    /** Throws the draft away. */
    public void discard() {
        parts.drafts.delete(operatorId);
    }

    /**
     * Sends a message with a sample code as the configuration says. Its id is the draft's {@link State#testedBy} until
     * the configuration says something else.
     *
     * @throws RequestError when the configuration is wrong, a limit refuses, or the provider does
     */
    public void test(SendRequest request) {
        JsonNode config = kept().config();
        parts.checkedConfig.look(parts.factory, config).check();
        String id =
                parts.testSend.send(request, parts.protection.rules(), parts.factory, config, "operator/" + operatorId);
        parts.drafts.tested(operatorId, config, id);
    }

    /**
     * Saves the configuration as the connector, in place of the one that the draft began with.
     *
     * @throws RequestError {@code connector.invalid_config} with everything that is wrong; 409 {@code
     *     connector.changed_meanwhile} if the connector is not the one any more that the draft began with
     */
    public void save() {
        DraftStore.Kept kept = kept();
        parts.checkedConfig.look(parts.factory, kept.config()).check();
        boolean saved = kept.base() == null
                ? parts.store.add(ShortId.random(), parts.factory.metadata().id(), kept.config())
                : parts.store.reconfigure(kept.base(), kept.config());
        if (!saved) {
            throw changedMeanwhile();
        }
        parts.drafts.deleteSaved(operatorId, kept.config());
    }

    private static RequestError changedMeanwhile() {
        return RequestError.of(HttpStatus.CONFLICT, "connector.changed_meanwhile");
    }

    /** The account that the configuration names; none while its credentials are missing or malformed. */
    public Optional<TwilioAccount> account() {
        JsonNode config = parts.drafts
                .find(operatorId)
                .map(DraftStore.Kept::config)
                .orElseGet(() -> begun(parts.store.find().orElse(null)));
        return parts.factory.account(config);
    }
}
