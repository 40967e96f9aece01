package dev.ziffer.server.experience;

import dev.ziffer.server.web.Body;
import dev.ziffer.verification.Policy;
import java.time.Duration;

/**
 * What new codes are like, as the API shows it.
 *
 * @param codeLength how many digits, 4 to 10
 * @param expirationDuration how many seconds a code is valid, 60 to 3600
 * @param maxRetryAttempts how many codes are compared, 1 to 100
 * @param resendCooldown how many seconds the hosted pages wait before a code is first sent again, 10 to 300
 */
record CodePolicy(int codeLength, int expirationDuration, int maxRetryAttempts, int resendCooldown) {

    /** Its name in the sign-in experience. */
    static final String FIELD = "verificationCodePolicy";

    private static final String CODE_LENGTH = "codeLength";
    private static final String LIFETIME = "expirationDuration";
    private static final String MAX_ATTEMPTS = "maxRetryAttempts";
    private static final String COOLDOWN = "resendCooldown";

    static CodePolicy of(Policy policy, int resendCooldown) {
        return new CodePolicy(
                policy.codeLength(),
                Math.toIntExact(policy.lifetime().toSeconds()),
                policy.maxAttempts(),
                resendCooldown);
    }

    /** The policy that a change of it makes of the one there is, which also stands for what is reported. */
    static Policy changed(Policy known, Body change) {
        change.refuseOthers(CODE_LENGTH, LIFETIME, MAX_ATTEMPTS, COOLDOWN);
        Integer codeLength = change.optionalInteger(CODE_LENGTH, 4, 10);
        Integer lifetime = change.optionalInteger(LIFETIME, 60, 3_600);
        Integer maxAttempts = change.optionalInteger(MAX_ATTEMPTS, 1, 100);
        return new Policy(
                codeLength == null ? known.codeLength() : codeLength,
                lifetime == null ? known.lifetime() : Duration.ofSeconds(lifetime),
                maxAttempts == null ? known.maxAttempts() : maxAttempts);
    }

    /** The same for the cooldown. */
    static int changedCooldown(int known, Body change) {
        Integer cooldown = change.optionalInteger(COOLDOWN, 10, 300);
        return cooldown == null ? known : cooldown;
    }
}
