package dev.ziffer.server.web;

import dev.ziffer.server.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The description of the API, for programs and people.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1.1</a>
 */
@RestController
final class OpenApiController {

    /** The public URL that {@code openapi.json} is written with. */
    private static final String WRITTEN_FOR = "https://ziffer.example.com";

    private final byte[] document;

    OpenApiController(Settings settings) throws IOException {
        try (InputStream file = OpenApiController.class.getResourceAsStream("openapi.json")) {
            if (file == null) {
                throw new IllegalStateException("openapi.json is missing beside " + OpenApiController.class.getName());
            }
            document = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(WRITTEN_FOR, settings.publicUrl().toString())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return document;
    }
}
