package dev.ziffer.server.connectors;

import dev.ziffer.sandbox.Sandbox;
import dev.ziffer.sandbox.SandboxOptions;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.settings.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox beside this server: Twilio's API on this machine, for connectors with its Account SID. */
@Component
final class LocalTwilio implements SmartLifecycle {

    /** The Account SID whose messages never leave this machine. */
    static final String ACCOUNT_SID = "AC" + "0".repeat(32);

    /** The configuration that is used where the sandbox runs and no connector is saved. */
    private static final String CONFIG = """
            {
              "accountSID": "AC00000000000000000000000000000000",
              "authToken": "00000000000000000000000000000000",
              "fromMessagingServiceSID": "MG00000000000000000000000000000000",
              "templates": [
                {"usageType": "SignIn", "content": "{{code}} is your code to sign in. It is valid for 10 minutes."},
                {"usageType": "Register", "content": "{{code}} is your code to register. It is valid for 10 minutes."},
                {"usageType": "ForgotPassword", "content": "{{code}} is your code to set a new password. It is valid for 10 minutes."},
                {"usageType": "Generic", "content": "{{code}} is your verification code. It is valid for 10 minutes."}
              ]
            }
            """;

    private final Settings settings;
    private final JsonNode config;
    private @Nullable Sandbox sandbox;

    LocalTwilio(Settings settings, JsonMapper json) {
        this.settings = settings;
        this.config = json.readTree(CONFIG);
    }

    /** Whether messages with this configuration go to the sandbox. */
    static boolean isSandbox(JsonNode config) {
        return ACCOUNT_SID.equals(config.path("accountSID").asString(""));
    }

    /** Where the sandbox is, or would be if it ran by itself. */
    URI origin() {
        return sandbox == null ? URI.create("http://127.0.0.1:" + settings.sandboxPort()) : sandbox.uri();
    }

    /** The configuration to use while none is saved; none without a sandbox. */
    Optional<JsonNode> builtInConfig() {
        return settings.sandbox() ? Optional.of(config) : Optional.empty();
    }

    @Override
    public void start() {
        if (!settings.sandbox()) {
            return;
        }
        try {
            sandbox = Sandbox.start(SandboxOptions.DEFAULTS.withPort(settings.sandboxPort()));
        } catch (IOException e) {
            throw new SettingsException("The sandbox cannot be served on port " + settings.sandboxPort() + " ("
                    + e.getMessage() + "): set ZIFFER_SANDBOX_PORT to a free port, or to 0 for any");
        }
    }

    @Override
    public void stop() {
        if (sandbox != null) {
            sandbox.close();
            sandbox = null;
        }
    }

    @Override
    public boolean isRunning() {
        return sandbox != null;
    }

    /** Starts before the web server takes requests and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
