package dev.ziffer.server.connectors;

import dev.ziffer.server.web.RequestError;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The kinds of connector. */
@RestController
@RequestMapping("/api/connector-factories")
final class ConnectorFactoryController {

    private final ConnectorFactories factories;

    ConnectorFactoryController(ConnectorFactories factories) {
        this.factories = factories;
    }

    @GetMapping
    List<FactoryResponse> list() {
        return factories.all().stream()
                .map(factory -> FactoryResponse.of(factory.metadata()))
                .toList();
    }

    @GetMapping("/{id}")
    FactoryResponse get(@PathVariable String id) {
        return factories
                .find(id)
                .map(factory -> FactoryResponse.of(factory.metadata()))
                .orElseThrow(() -> RequestError.of(HttpStatus.NOT_FOUND, "entity.not_found"));
    }
}
