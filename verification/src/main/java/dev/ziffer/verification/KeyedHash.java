package dev.ziffer.verification;

import dev.ziffer.verification.VerificationKeys.Prf;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Keyed hashes of texts: what a store keeps instead of numbers and codes. */
public final class KeyedHash {

    private static final int BYTES = 16;

    private KeyedHash() {}

    /**
     * The first 128 bits of the function's value for these texts, as 22 characters of base64url.
     *
     * @param use what the hash is for; hashes for different uses have nothing in common
     */
    public static String of(Prf prf, String use, String... texts) {
        byte[] value = Arrays.copyOf(prf.compute(encode(use, texts)), BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /**
     * The hash by which every table finds what is about a number, so that rows about one number can lie together.
     *
     * @param phoneIndex {@link VerificationKeys#phoneIndex}
     */
    public static String ofNumber(Prf phoneIndex, PhoneNumber number) {
        return of(phoneIndex, "number", number.digits());
    }

    /** The texts, each after its length, so that no two lists of texts are the same bytes. */
    static byte[] encode(String use, String... texts) {
        var bytes = new ByteArrayOutputStream();
        append(bytes, use);
        for (String text : texts) {
            append(bytes, text);
        }
        return bytes.toByteArray();
    }

    private static void append(ByteArrayOutputStream bytes, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
        bytes.writeBytes(utf8);
    }
}
