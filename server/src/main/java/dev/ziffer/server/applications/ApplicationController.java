package dev.ziffer.server.applications;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.storage.ShortId;
import dev.ziffer.server.web.Body;
import dev.ziffer.server.web.Paging;
import dev.ziffer.server.web.Parameters;
import dev.ziffer.server.web.RequestError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/**
 * Machine-to-machine applications. A secret is shown once, when its application is made. The tokens of a deleted
 * application open the API until they expire, an hour after they were made at the latest.
 */
@RestController
@RequestMapping(ManagementApi.PATH + "/applications")
final class ApplicationController {

    private static final String TYPE = "MachineToMachine";
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final Applications applications;
    private final Settings settings;

    ApplicationController(Applications applications, Settings settings) {
        this.applications = applications;
        this.settings = settings;
    }

    /** An application as the API shows it. */
    record ApplicationResponse(
            String id,
            String name,
            @Nullable String description,
            String type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String secret,

            long createdAt) {

        static ApplicationResponse of(Applications.Profile profile, @Nullable String secret) {
            return new ApplicationResponse(
                    profile.id(), profile.name(), profile.description(), TYPE, secret, profile.createdAt());
        }
    }

    @GetMapping
    ResponseEntity<List<ApplicationResponse>> list(@RequestParam Map<String, String> query) {
        Parameters parameters = new Parameters(query);
        Paging paging = Paging.read(parameters);
        parameters.check();
        return ResponseEntity.ok()
                .headers(paging.headers(
                        settings.publicUrl().with(ManagementApi.PATH + "/applications"),
                        parameters,
                        applications.count()))
                .body(applications.profiles(paging.pageSize(), paging.offset()).stream()
                        .map(profile -> ApplicationResponse.of(profile, null))
                        .toList());
    }

    @GetMapping("/{id}")
    ApplicationResponse get(@PathVariable String id) {
        return ApplicationResponse.of(require(id), null);
    }

    @PostMapping
    ApplicationResponse create(@RequestBody JsonNode json) {
        Body body = Body.of(json);
        String name = body.text("name", LONGEST_NAME);
        String description = body.optionalText("description", LONGEST_DESCRIPTION);
        if (!body.text("type", LONGEST_NAME).equals(TYPE) && body.value("type") != null) {
            body.report("type", "field.not_an_application_type");
        }
        body.check();
        String secret = SecretHash.freshSecret();
        String id = ShortId.random();
        applications.add(new Application(id, name, SecretHash.of(secret), Set.of(ManagementApi.SCOPE)), description);
        return ApplicationResponse.of(require(id), secret);
    }

    @PatchMapping("/{id}")
    ApplicationResponse patch(@PathVariable String id, @RequestBody JsonNode json) {
        Body body = Body.of(json).refuse("type");
        String name = body.value("name") == null ? null : body.text("name", LONGEST_NAME);
        String description = body.optionalText("description", LONGEST_DESCRIPTION);
        body.check();
        Applications.Profile known = require(id);
        applications.describe(
                id, name == null ? known.name() : name, description == null ? known.description() : description);
        return get(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        if (!applications.delete(id)) {
            require(id);
            throw RequestError.of(HttpStatus.UNPROCESSABLE_CONTENT, "application.is_management");
        }
    }

    private Applications.Profile require(String id) {
        return applications.profile(id).orElseThrow(() -> RequestError.of(HttpStatus.NOT_FOUND, "entity.not_found"));
    }
}
