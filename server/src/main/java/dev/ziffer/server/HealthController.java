package dev.ziffer.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ziffer.server.connectors.Destination;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server can do its work. */
@RestController
final class HealthController {

    private final Destination destination;

    HealthController(Destination destination) {
        this.destination = destination;
    }

    /** 200 when the database answers, which knows where messages go; else 503. */
    @GetMapping("/health")
    ResponseEntity<Health> health() {
        try {
            return ResponseEntity.ok(new Health("UP", destination.isSandbox() ? "SANDBOX" : null));
        } catch (DataAccessException e) {
            return ResponseEntity.status(503).body(new Health("DOWN", null));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Health(String status, @Nullable String mode) {}
}
