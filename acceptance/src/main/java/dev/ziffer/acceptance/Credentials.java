package dev.ziffer.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An application's id and secret. */
public record Credentials(String id, String secret) {

    /** The management application that the harness gives every server. */
    public static final Credentials TEST = new Credentials("acceptance", "a-secret-of-thirty-two-characters");

    /** {@code id:secret}, as the server writes it to a file. */
    public static Credentials of(String idAndSecret) {
        String[] parts = idAndSecret.strip().split(":", 2);
        return new Credentials(parts[0], parts[1]);
    }

    /** The value of an Authorization header (RFC 7617). */
    public String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
