package dev.ziffer.server.protection;

import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.storage.Documents;
import dev.ziffer.server.storage.Remembered;
import dev.ziffer.server.storage.Revision;
import dev.ziffer.verification.Limits;
import dev.ziffer.verification.Policy;
import dev.ziffer.verification.Rate;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rules in force. Each time they are needed, the database says whether those remembered still are. */
@Component
public final class Protection {

    /** The time that the installation's limit of sends is for. */
    public static final Duration INSTALLATION_WINDOW = Duration.ofMinutes(10);

    private static final String COUNTRIES = "allowedCountries";
    private static final String POLICY = "verificationCodePolicy";

    private final Documents documents;
    private final Revision revision;
    private final JsonMapper json;
    private final Limits limits;
    private final Remembered<Rules> remembered = new Remembered<>();

    Protection(Documents documents, Revision revision, JsonMapper json, Settings settings) {
        this.documents = documents;
        this.revision = revision;
        this.json = json;
        this.limits = Limits.DEFAULT.withInstallation(installation(settings.maxSends()));
    }

    /** The rules as they are now. */
    public Rules rules() {
        return rules(revision.current());
    }

    /** The rules of a revision that is current. */
    public Rules rules(long revision) {
        return remembered.in(revision, this::read);
    }

    private Rules read() {
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

    /** Makes new verifications by what {@code change} makes of the policy; no other change comes between. */
    public void changePolicy(UnaryOperator<Policy> change) {
        revision.change(() -> {
            Policy policy = change.apply(read().policy());
            documents.put(POLICY, json.writeValueAsString(KeptPolicy.of(policy)));
            return policy;
        });
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
