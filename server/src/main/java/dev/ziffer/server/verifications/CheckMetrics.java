package dev.ziffer.server.verifications;

import dev.ziffer.connector.UsageType;
import dev.ziffer.verification.CheckResult;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts checks by outcome. */
@Component
final class CheckMetrics {

    private final MeterRegistry registry;

    CheckMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void checked(UsageType usageType, CheckResult result) {
        String outcome = switch (result) {
            case CheckResult.Approved _ -> "approved";
            case CheckResult.Incorrect _ -> "incorrect";
            case CheckResult.Exhausted _ -> "exhausted";
            case CheckResult.Expired _ -> "expired";
            case CheckResult.NotFound _ -> "not_found";
        };
        registry.counter("ziffer.checks", "usage_type", usageType.wireName(), "outcome", outcome)
                .increment();
    }
}
