package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may call Twilio's API: HTTP Basic with an account's auth token or one of its API keys (RFC 7617). */
final class Credentials {

    private static final String SCHEME = "Basic ";

    /** Who calls, and by what. */
    record Login(Account account, String password, boolean byApiKey) {}

    private final Map<String, Login> byUser = new HashMap<>();

    Credentials(Accounts accounts) {
        for (Account account : accounts.all()) {
            SandboxAccount identity = account.identity();
            byUser.put(account.sid(), new Login(account, identity.authToken(), false));
            identity.apiKeys().forEach((sid, secret) -> byUser.put(sid, new Login(account, secret, true)));
        }
    }

    /** Whom an Authorization header speaks for, if it is right. */
    Optional<Login> login(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String pair;
        try {
            pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(SCHEME.length()).strip()),
                    UTF_8);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        Login login = colon < 0 ? null : byUser.get(pair.substring(0, colon));
        return login != null
                        && MessageDigest.isEqual(
                                login.password().getBytes(UTF_8),
                                pair.substring(colon + 1).getBytes(UTF_8))
                ? Optional.of(login)
                : Optional.empty();
    }
}
