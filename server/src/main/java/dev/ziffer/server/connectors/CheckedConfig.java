package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorFactory;
import dev.ziffer.connector.Validation;
import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.web.Issue;
import dev.ziffer.server.web.RequestError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** Turns a configuration that a caller submits into one that can be kept and used. */
@Component
final class CheckedConfig {

    private final ConnectorStore store;
    private final Protection protection;
    private final Settings settings;

    CheckedConfig(ConnectorStore store, Protection protection, Settings settings) {
        this.store = store;
        this.protection = protection;
        this.settings = settings;
    }

    /**
     * The configuration with its masks replaced by the secrets of the saved connector, if that is of the same kind.
     *
     * @throws RequestError {@code connector.invalid_config} with everything that is wrong
     */
    JsonNode of(ConnectorFactory factory, @Nullable JsonNode submitted) {
        Connector saved = store.find()
                .filter(connector ->
                        connector.factoryId().equals(factory.metadata().id()))
                .orElse(null);
        return of(factory, submitted, saved);
    }

    /** The same, with the secrets of {@code saved}. */
    JsonNode of(ConnectorFactory factory, @Nullable JsonNode submitted, @Nullable Connector saved) {
        JsonNode config = submitted == null ? NullNode.getInstance() : submitted;
        Secrets.Unmasked unmasked = Secrets.unmasked(factory, config, saved == null ? null : saved.config());
        List<Issue> issues = new ArrayList<>(unmasked.issues());
        look(factory, unmasked.config()).errors().stream()
                // What a wrong mask breaks further needs no second line.
                .filter(problem -> unmasked.issues().stream()
                        .noneMatch(issue -> issue.path().equals(problem.path())))
                .forEach(issues::add);
        if (!issues.isEmpty()) {
            throw Issue.error("connector.invalid_config", issues);
        }
        return unmasked.config();
    }

    /** What is to be said about a configuration without masks: what keeps it from being saved, and what does not. */
    record Findings(List<Issue> errors, List<Issue> warnings) {

        /** @throws RequestError {@code connector.invalid_config} with every error, if there is one */
        void check() {
            if (!errors.isEmpty()) {
                throw Issue.error("connector.invalid_config", errors);
            }
        }
    }

    Findings look(ConnectorFactory factory, JsonNode config) {
        Validation validation =
                factory.validate(config, protection.rules().policy().codeLength());
        List<Issue> errors = new ArrayList<>(ConnectorErrors.issues(validation.errors()));
        if (LocalTwilio.isSandbox(config) && !settings.publicUrl().loopback()) {
            errors.add(Issue.at(List.of("accountSID"), "connector.sandbox_in_public"));
        }
        return new Findings(errors, ConnectorErrors.issues(validation.warnings()));
    }
}
