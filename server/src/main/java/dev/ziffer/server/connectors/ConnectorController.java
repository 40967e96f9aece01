package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorFactory;
import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.storage.ShortId;
import dev.ziffer.server.web.Body;
import dev.ziffer.server.web.ErrorTexts;
import dev.ziffer.server.web.RequestError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The configured connector: one for SMS, replaced as a whole or reconfigured. */
@RestController
@RequestMapping("/api/connectors")
final class ConnectorController {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** What the ledger calls messages that no saved connector sent. */
    private static final Set<String> RESERVED_IDS = Set.of(ActiveConnector.BUILT_IN_ID, TestSend.UNSAVED_ID);

    private final ConnectorStore store;
    private final ConnectorFactories factories;
    private final CheckedConfig checkedConfig;
    private final Protection protection;

    ConnectorController(
            ConnectorStore store, ConnectorFactories factories, CheckedConfig checkedConfig, Protection protection) {
        this.store = store;
        this.factories = factories;
        this.checkedConfig = checkedConfig;
        this.protection = protection;
    }

    @GetMapping
    List<ConnectorResponse> list(@RequestParam(required = false) @Nullable String target, HttpServletRequest request) {
        Locale locale = ErrorTexts.language(request);
        return store.find().stream()
                .map(connector -> response(connector.id(), connector.factoryId(), connector.config(), locale))
                .filter(response -> target == null || response.target().equals(target))
                .toList();
    }

    @GetMapping("/{id}")
    ConnectorResponse get(@PathVariable String id, HttpServletRequest request) {
        Connector connector = require(id);
        return response(connector.id(), connector.factoryId(), connector.config(), ErrorTexts.language(request));
    }

    @PostMapping
    ConnectorResponse create(@RequestBody JsonNode json, HttpServletRequest request) {
        Body body = Body.of(json);
        String factoryId = body.text("connectorId", 128);
        String id = body.optionalText("id", 128);
        if (id != null && !ID.matcher(id).matches()) {
            body.report("id", "field.not_an_id");
        } else if (id != null && RESERVED_IDS.contains(id)) {
            body.report("id", "field.reserved_id");
        }
        body.check();
        refuseWhatOnlySocialConnectorsHave(body);
        ConnectorFactory factory = factories
                .find(factoryId)
                .orElseThrow(() -> RequestError.of(
                        HttpStatus.UNPROCESSABLE_CONTENT, "connector.not_found_with_connector_id", factoryId));
        JsonNode config = checkedConfig.of(factory, body.value("config"));
        String newId = id == null ? ShortId.random() : id;
        store.replace(newId, factoryId, config);
        return response(newId, factoryId, config, ErrorTexts.language(request));
    }

    @PatchMapping("/{id}")
    ConnectorResponse patch(@PathVariable String id, @RequestBody JsonNode json, HttpServletRequest request) {
        Body body = Body.of(json);
        refuseWhatOnlySocialConnectorsHave(body);
        Locale locale = ErrorTexts.language(request);
        Connector known = require(id);
        JsonNode submitted = body.value("config");
        if (submitted == null) {
            return response(known.id(), known.factoryId(), known.config(), locale);
        }
        JsonNode config = checkedConfig.of(factories.get(known.factoryId()), submitted, known);
        if (!store.reconfigure(known.version(), config)) {
            throw RequestError.of(HttpStatus.CONFLICT, "connector.changed_meanwhile");
        }
        return response(known.id(), known.factoryId(), config, locale);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        if (!store.delete(id)) {
            throw RequestError.of(HttpStatus.NOT_FOUND, "entity.not_found");
        }
    }

    private static void refuseWhatOnlySocialConnectorsHave(Body body) {
        boolean syncProfile = body.flag("syncProfile");
        boolean enableTokenStorage = body.flag("enableTokenStorage");
        JsonNode metadata = body.value("metadata");
        body.check();
        if (syncProfile) {
            throw RequestError.of(HttpStatus.UNPROCESSABLE_CONTENT, "connector.invalid_type_for_syncing_profile");
        }
        if (enableTokenStorage) {
            throw RequestError.of(HttpStatus.UNPROCESSABLE_CONTENT, "connector.token_storage_not_supported");
        }
        if (metadata != null && !(metadata.isObject() && metadata.isEmpty())) {
            throw RequestError.of(
                    HttpStatus.BAD_REQUEST, "connector.cannot_overwrite_metadata_for_non_standard_connector");
        }
    }

    private Connector require(String id) {
        return store.find()
                .filter(connector -> connector.id().equals(id))
                .orElseThrow(() -> RequestError.of(HttpStatus.NOT_FOUND, "entity.not_found"));
    }

    private ConnectorResponse response(String id, String factoryId, JsonNode config, Locale locale) {
        return ConnectorResponse.of(
                id,
                config,
                factories.get(factoryId),
                protection.rules().policy().codeLength(),
                locale);
    }
}
