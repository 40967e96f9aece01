package dev.ziffer.server.connectors;

import dev.ziffer.connector.ConnectorFactory;
import dev.ziffer.server.applications.Caller;
import dev.ziffer.server.messages.Dispatch;
import dev.ziffer.server.messages.SendRequest;
import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.protection.Rules;
import dev.ziffer.server.web.Body;
import dev.ziffer.server.web.RequestError;
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

    private final ConnectorFactories factories;
    private final CheckedConfig checkedConfig;
    private final Protection protection;
    private final TestSend testSend;

    ConnectorTestController(
            ConnectorFactories factories, CheckedConfig checkedConfig, Protection protection, TestSend testSend) {
        this.factories = factories;
        this.checkedConfig = checkedConfig;
        this.protection = protection;
        this.testSend = testSend;
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
        String id = testSend.send(request, rules, factory, config, caller.applicationId());
        return ResponseEntity.noContent().header(Dispatch.MESSAGE_ID_HEADER, id).build();
    }
}
