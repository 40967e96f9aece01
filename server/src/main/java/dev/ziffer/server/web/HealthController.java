package dev.ziffer.server.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ziffer.server.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server can do its work. */
@RestController
final class HealthController {

    private final JdbcClient jdbc;
    private final @Nullable String mode;

    HealthController(JdbcClient jdbc, Settings settings) {
        this.jdbc = jdbc;
        this.mode = settings.sandbox() ? "SANDBOX" : null;
    }

    /** 200 when the database answers, else 503. */
    @GetMapping("/health")
    ResponseEntity<Health> health() {
        try {
            jdbc.sql("SELECT 1").query(Integer.class).single();
            return ResponseEntity.ok(new Health("UP", mode));
        } catch (DataAccessException e) {
            return ResponseEntity.status(503).body(new Health("DOWN", mode));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Health(String status, @Nullable String mode) {}
}
