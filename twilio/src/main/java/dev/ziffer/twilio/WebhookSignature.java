package dev.ziffer.twilio;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a webhook request comes from Twilio, by the signature in its header {@code X-Twilio-Signature}. Signatures
 * are compared in constant time. Safe for use by many threads.
 *
 * <p>The URL must be the one that was given to Twilio, with the query as it arrived; behind a proxy it is built from the
 * configured public address, never from the request's Host header. Its fragment and user information do not count, and
 * Twilio signs some requests without the port, so that both are accepted.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio, Webhooks security</a>
 */
public final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA1";

    /** Scheme, user information, host, port, and the rest up to the fragment. */
    private static final Pattern URL = Pattern.compile(
            "(?<scheme>https?)://(?:[^/?#]*@)?(?<host>\\[[^/?#\\]]*]|[^/?#:]*)(?<port>:[0-9]*)?(?<rest>[^#]*)(?:#.*)?",
            Pattern.DOTALL);

    private static final Pattern BODY_HASH = Pattern.compile("[?&]bodySHA256=(?<hash>[0-9a-f]{64})(?:&|$)");

    private final SecretKeySpec key;

    /**
     * Checks what the account with this auth token signs.
     *
     * @param authToken the primary one, also where an API key sends; not empty
     */
    public WebhookSignature(String authToken) {
        this.key = new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Whether Twilio signed a request with a form in its body, or, with an empty one, a request without a body.
     *
     * @param signature the header's value; null if the request has none
     */
    public boolean matches(@Nullable String signature, String url, WebhookForm form) {
        Matcher parts = URL.matcher(url);
        if (signature == null || !parts.matches()) {
            return false;
        }
        String withoutPort = parts.group("scheme") + "://" + parts.group("host");
        String port = parts.group("port");
        String withPort = withoutPort + (port == null || port.equals(":") ? defaultPort(parts.group("scheme")) : port);
        String rest = parts.group("rest") + form.signed();
        return equal(sign(withPort + rest), signature) || equal(sign(withoutPort + rest), signature);
    }

    /**
     * Whether Twilio signed a request with another body than a form, such as JSON. The URL's query holds the hash of the
     * body.
     *
     * @param signature the header's value; null if the request has none
     * @param body as it arrived
     */
    public boolean matches(@Nullable String signature, String url, byte[] body) {
        Matcher hash = BODY_HASH.matcher(withoutFragment(url));
        return hash.find() && equal(sha256(body), hash.group("hash")) && matches(signature, url, WebhookForm.EMPTY);
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    private static String defaultPort(String scheme) {
        return scheme.equals("https") ? ":443" : ":80";
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
