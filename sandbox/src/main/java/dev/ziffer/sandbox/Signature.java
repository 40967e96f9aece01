package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What shows that a callback comes from who has the account's auth token.
 *
 * @see <a href="https://www.twilio.com/docs/usage/security#validating-requests">Twilio, validating requests</a>
 */
final class Signature {

    private static final String ALGORITHM = "HmacSHA1";

    private Signature() {}

    /** The signature of a form that is posted to an address, which is written as the caller has it. */
    static String of(String authToken, String url, SortedMap<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        for (Map.Entry<String, String> parameter : form.entrySet()) {
            signed.append(parameter.getKey()).append(parameter.getValue());
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
