package dev.ziffer.server.protection;

import dev.ziffer.server.web.Body;
import dev.ziffer.verification.PhoneNumber;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The rules that an operator sets: so far, the countries that codes may go to. */
@RestController
@RequestMapping("/api/protection")
final class ProtectionController {

    private static final String ALLOWED = "allowedCountries";

    private final Protection protection;

    ProtectionController(Protection protection) {
        this.protection = protection;
    }

    /** The rules as the API shows them. */
    record ProtectionResponse(NavigableSet<String> allowedCountries) {}

    @GetMapping
    ProtectionResponse get() {
        return new ProtectionResponse(protection.rules().countries().allowed());
    }

    @PatchMapping
    ProtectionResponse patch(@RequestBody JsonNode json) {
        Body body = Body.of(json).refuseOthers(ALLOWED);
        NavigableSet<String> allowed = countries(body);
        body.check();
        if (allowed != null) {
            protection.allow(new Countries(allowed));
        }
        return get();
    }

    private static @Nullable NavigableSet<String> countries(Body body) {
        JsonNode value = body.value(ALLOWED);
        if (value == null) {
            return null;
        }
        NavigableSet<String> allowed = new TreeSet<>();
        if (!value.isArray()) {
            body.report(ALLOWED, "field.not_countries");
            return null;
        }
        for (JsonNode country : value) {
            String code = country.asString("").toUpperCase(Locale.ROOT);
            if (!country.isString() || !PhoneNumber.regions().contains(code)) {
                body.report(ALLOWED, "field.not_countries");
                return null;
            }
            allowed.add(code);
        }
        return allowed;
    }
}
