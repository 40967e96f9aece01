package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorException;
import dev.ziffer.connector.ConnectorFactory;
import dev.ziffer.connector.UsageType;
import dev.ziffer.server.applications.Caller;
import dev.ziffer.server.messages.Dispatch;
import dev.ziffer.server.messages.SendRequest;
import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.protection.Rules;
import dev.ziffer.server.web.Body;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.verification.StartRequest;
import dev.ziffer.verification.VerificationKey;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The test send: a message with a sample code, through a configuration that need not be saved. */
@RestController
final class ConnectorTestController {

    /** The ledger's name for a configuration that is not saved. */
    static final String UNSAVED_ID = "test";

    private final ConnectorFactories factories;
    private final CheckedConfig checkedConfig;
    private final Accounts accounts;
    private final Protection protection;
    private final Dispatch dispatch;

    ConnectorTestController(
            ConnectorFactories factories,
            CheckedConfig checkedConfig,
            Accounts accounts,
            Protection protection,
            Dispatch dispatch) {
        this.factories = factories;
        this.checkedConfig = checkedConfig;
        this.accounts = accounts;
        this.protection = protection;
        this.dispatch = dispatch;
    }

    @PostMapping("/api/connectors/{factoryId}/test")
    ResponseEntity<Void> test(@PathVariable String factoryId, @RequestBody JsonNode json, Caller caller) {
        ConnectorFactory factory = factories
                .find(factoryId)
                .orElseThrow(() -> RequestError.of(HttpStatus.BAD_REQUEST, "connector.not_found", factoryId));
        Body body = Body.of(json);
        Rules rules = protection.rules();
        SendRequest request = SendRequest.read(body, rules);
        JsonNode config = checkedConfig.of(factory, body.value("config"));
        try {
            var key = new VerificationKey(request.number(), purpose(request.usageType()), caller.applicationId());
            String sample = "0".repeat(rules.policy().codeLength());
            String id = dispatch.send(new Dispatch.Order(
                    new StartRequest(key, rules.policy(), rules.limits()),
                    request.usageType(),
                    request.locale(),
                    caller.applicationId(),
                    UNSAVED_ID,
                    accounts.of(config),
                    factory.open(config, rules.policy().codeLength()),
                    sample));
            return ResponseEntity.noContent()
                    .header(Dispatch.MESSAGE_ID_HEADER, id)
                    .build();
        } catch (ConnectorException e) {
            throw ConnectorErrors.of(e);
        }
    }

    // No check asks for it, so a test opens nothing; it takes its share of the number's limits all the same.
    private static String purpose(UsageType usageType) {
        return "test:" + usageType.wireName();
    }
}
