package dev.ziffer.verification;

/**
 * What to start.
 *
 * @param key whose number, what for, who asks
 * @param policy how a new verification is made
 * @param limits how much may be taken
 */
public record StartRequest(VerificationKey key, Policy policy, Limits limits) {

    /** Rejects a policy with more attempts than the limits allow wrong tries with {@link IllegalArgumentException}. */
    public StartRequest {
        if (policy.maxAttempts() > limits.wrongTries().permits()) {
            throw new IllegalArgumentException("maxAttempts must not exceed the permits of wrongTries");
        }
    }
}
