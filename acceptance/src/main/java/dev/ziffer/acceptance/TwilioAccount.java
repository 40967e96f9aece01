package dev.ziffer.acceptance;

import dev.ziffer.sandbox.SandboxAccount;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A Twilio account as an operator has it; not the sandbox's own, so that a server sends to wherever it takes Twilio to be.
 */
public record TwilioAccount(String sid, String authToken, String messagingServiceSid) {

    public static final TwilioAccount TEST =
            new TwilioAccount("AC" + "1".repeat(32), "0123456789abcdef0123456789abcdef", "MG" + "1".repeat(32));

    /** What saves a connector for it, by {@code POST /api/connectors}. */
    public Map<String, Object> connector() {
        return Map.of("connectorId", "twilio-short-message-service", "config", config());
    }

    /** The connector's configuration. */
    public Map<String, Object> config() {
        return Map.of(
                "accountSID", sid,
                "authToken", authToken,
                "fromMessagingServiceSID", messagingServiceSid,
                "templates",
                        List.of(
                                template("SignIn", "{{code}} is your code to sign in."),
                                template("Register", "{{code}} is your code to register."),
                                template("ForgotPassword", "{{code}} is your code to set a new password."),
                                template("Generic", "{{code}} is your verification code.")));
    }

    /** The same account as a sandbox serves it. */
    public SandboxAccount sandboxed() {
        return new SandboxAccount(sid, authToken, Map.of(), Set.of(messagingServiceSid));
    }

    private static Map<String, String> template(String usageType, String content) {
        return Map.of("usageType", usageType, "content", content);
    }
}
