package dev.ziffer.server.protection;

import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.storage.Documents;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.Rate;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rules in force, read where they are kept each time they are needed, so that all servers follow them at once. */
@Component
public final class Protection {

    /** The time that the installation's limit of sends is for. */
    public static final Duration INSTALLATION_WINDOW = Duration.ofMinutes(10);

    private static final String COUNTRIES = "allowedCountries";
    private static final String POLICY = "verificationCodePolicy";

    private final Documents documents;
    private final JsonMapper json;
    private final Limits limits;

    Protection(Documents documents, JsonMapper json, Settings settings) {
        this.documents = documents;
        this.json = json;
        this.limits = Limits.DEFAULT.withInstallation(installation(settings.maxSends()));
    }

    /** The rules as they are now. */
    public Rules rules() {
        Map<String, String> kept = documents.all();
        String countries = kept.get(COUNTRIES);
        String policy = kept.get(POLICY);
        return new Rules(
                countries == null ? Countries.ALL : json.readValue(countries, Countries.class),
                policy == null
                        ? Policy.DEFAULT
                        : json.readValue(policy, KeptPolicy.class).policy(),
                limits);
    }

    /** Allows codes to these countries only; to all when empty. */
    public void allow(Countries countries) {
        documents.put(COUNTRIES, json.writeValueAsString(countries));
    }

    /** Makes new verifications by this policy. */
    public void follow(Policy policy) {
        documents.put(POLICY, json.writeValueAsString(KeptPolicy.of(policy)));
    }

    private static @Nullable Rate installation(int maxSends) {
        return maxSends == 0 ? null : new Rate(maxSends, INSTALLATION_WINDOW);
    }

    /** A policy as it is kept: the lifetime in seconds. */
    private record KeptPolicy(int codeLength, int lifetimeSeconds, int maxAttempts) {

        static KeptPolicy of(Policy policy) {
            return new KeptPolicy(
                    policy.codeLength(), Math.toIntExact(policy.lifetime().toSeconds()), policy.maxAttempts());
        }

        Policy policy() {
            return new Policy(codeLength, Duration.ofSeconds(lifetimeSeconds), maxAttempts);
        }
    }
}
