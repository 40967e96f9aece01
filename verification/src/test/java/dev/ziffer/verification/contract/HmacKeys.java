package dev.ziffer.verification.contract;

import dev.ziffer.verification.VerificationKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys made of their names, with code keys that can be rotated. */
public final class HmacKeys implements VerificationKeys {

    private final AtomicInteger generation = new AtomicInteger(1);

    /** Makes the primary code key the previous one, and a new one primary. */
    public void rotate() {
        generation.incrementAndGet();
    }

    @Override
    public CodeKey primaryCodeKey() {
        return codeKey(generation.get());
    }

    @Override
    public Optional<CodeKey> previousCodeKey() {
        int current = generation.get();
        return current == 1 ? Optional.empty() : Optional.of(codeKey(current - 1));
    }

    @Override
    public Prf phoneIndex() {
        return hmac("phone index");
    }

    private static CodeKey codeKey(int generation) {
        String name = "codes " + generation;
        return new CodeKey(name, hmac(name));
    }

    private static Prf hmac(String secret) {
        var key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        return input -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return mac.doFinal(input);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
