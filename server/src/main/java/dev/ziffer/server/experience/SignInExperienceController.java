package dev.ziffer.server.experience;

import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.web.Body;
import dev.ziffer.verification.Policy;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The sign-in experience in Logto's shape: so far, what a verification code is like. */
@RestController
@RequestMapping("/api/sign-in-exp")
final class SignInExperienceController {

    private static final String POLICY = "verificationCodePolicy";
    private static final String CODE_LENGTH = "codeLength";
    private static final String LIFETIME = "expirationDuration";
    private static final String MAX_ATTEMPTS = "maxRetryAttempts";

    private final Protection protection;

    SignInExperienceController(Protection protection) {
        this.protection = protection;
    }

    /** The settings as the API shows them. */
    record SignInExperience(VerificationCodePolicy verificationCodePolicy) {}

    /**
     * What new codes are like.
     *
     * @param codeLength how many digits, 4 to 10
     * @param expirationDuration how many seconds a code is valid, 60 to 3600
     * @param maxRetryAttempts how many codes are compared, 1 to 100
     */
    record VerificationCodePolicy(int codeLength, int expirationDuration, int maxRetryAttempts) {}

    @GetMapping
    SignInExperience get() {
        Policy policy = protection.rules().policy();
        return new SignInExperience(new VerificationCodePolicy(
                policy.codeLength(), Math.toIntExact(policy.lifetime().toSeconds()), policy.maxAttempts()));
    }

    @PatchMapping
    SignInExperience patch(@RequestBody JsonNode json) {
        Body body = Body.of(json).refuseOthers(POLICY);
        body.check();
        JsonNode submitted = body.value(POLICY);
        if (submitted != null) {
            protection.changePolicy(policy -> changed(policy, submitted));
        }
        return get();
    }

    private static Policy changed(Policy policy, JsonNode submitted) {
        Body body = Body.of(submitted, POLICY).refuseOthers(CODE_LENGTH, LIFETIME, MAX_ATTEMPTS);
        Integer codeLength = body.optionalInteger(CODE_LENGTH, 4, 10);
        Integer lifetime = body.optionalInteger(LIFETIME, 60, 3_600);
        Integer maxAttempts = body.optionalInteger(MAX_ATTEMPTS, 1, 100);
        body.check();
        return new Policy(
                codeLength == null ? policy.codeLength() : codeLength,
                lifetime == null ? policy.lifetime() : Duration.ofSeconds(lifetime),
                maxAttempts == null ? policy.maxAttempts() : maxAttempts);
    }
}
