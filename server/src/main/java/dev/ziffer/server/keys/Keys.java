package dev.ziffer.server.keys;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.prf.PrfSet;
import dev.ziffer.verification.VerificationKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

/** What the keys are for: codes, data at rest, and finding rows by what they hide. Safe for many threads. */
public final class Keys implements VerificationKeys {

    private static final int HASH_BYTES = 32;
    private static final String PHONE_INDEX = "phone-index";

    private final CodeKey primaryCodeKey;
    private final Optional<CodeKey> previousCodeKey;
    private final DeterministicAead data;
    private final PrfSet index;

    Keys(PrfSet codes, DeterministicAead data, PrfSet index) throws GeneralSecurityException {
        int primary = codes.getPrimaryId();
        this.primaryCodeKey = codeKey(primary, codes::computePrimary);
        this.previousCodeKey = codes.getPrfs().entrySet().stream()
                .filter(key -> key.getKey() != primary)
                .findFirst()
                .map(key -> codeKey(key.getKey(), key.getValue()));
        this.data = data;
        this.index = index;
    }

    @Override
    public CodeKey primaryCodeKey() {
        return primaryCodeKey;
    }

    @Override
    public Optional<CodeKey> previousCodeKey() {
        return previousCodeKey;
    }

    @Override
    public Prf phoneIndex() {
        return input -> hash(PHONE_INDEX, input);
    }

    /**
     * Encrypts a text for storage. The same text for the same context gives the same result, so the context is one that
     * no other text has.
     *
     * @param context what it is and whose, such as a table and an id: it opens with the same context only
     * @return base64url without padding
     */
    public String seal(String text, String context) {
        try {
            byte[] sealed = data.encryptDeterministically(utf8(text), utf8(context));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws IllegalStateException if it was made with another key, for another context, or was changed
     */
    public String open(String sealed, String context) {
        try {
            byte[] text = data.decryptDeterministically(Base64.getUrlDecoder().decode(sealed), utf8(context));
            return new String(text, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("cannot decrypt " + context, e);
        }
    }

    /**
     * A keyed hash to find a row by a value that it must not show; the same on all servers, and it never changes.
     *
     * @param domain what kind of value it is: equal values of different domains have different hashes
     * @return base64url without padding, 43 characters
     */
    public String keyedHash(String domain, byte[] value) {
        if (domain.equals(PHONE_INDEX)) {
            throw new IllegalArgumentException("this domain is the verifications' own");
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(domain, value));
    }

    /** The length of the domain stands before it, so that no domain and value look like another's. */
    private byte[] hash(String domain, byte[] value) {
        byte[] name = utf8(domain);
        byte[] input = ByteBuffer.allocate(Integer.BYTES + name.length + value.length)
                .putInt(name.length)
                .put(name)
                .put(value)
                .array();
        try {
            return index.computePrimary(input, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot hash", e);
        }
    }

    private static CodeKey codeKey(int id, com.google.crypto.tink.prf.Prf prf) {
        return new CodeKey(Integer.toUnsignedString(id), input -> {
            try {
                return prf.compute(input, HASH_BYTES);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("cannot compute a code", e);
            }
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
