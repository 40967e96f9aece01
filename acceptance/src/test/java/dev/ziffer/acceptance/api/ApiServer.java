package dev.ziffer.acceptance.api;

import dev.ziffer.acceptance.Client;
import dev.ziffer.acceptance.Credentials;
import dev.ziffer.acceptance.Database;
import dev.ziffer.acceptance.Installation;
import dev.ziffer.acceptance.Ports;
import dev.ziffer.acceptance.TwilioAccount;
import dev.ziffer.acceptance.TwilioStandIn;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A server that all tests of the API share, one for each engine; it ends with the run. Whoever changes its connector or
 * its settings calls {@link #reset} afterwards.
 */
final class ApiServer {

    private static final Map<Database.Engine, ApiServer> SERVERS = new EnumMap<>(Database.Engine.class);

    /** How people sign in at the beginning. */
    private static final String EXPERIENCE = """
            {
              "signInMode": "SignInAndRegister",
              "signUp": {"identifiers": [], "password": false, "verify": false},
              "signIn": {"methods": []},
              "forgotPasswordMethods": [],
              "agreeToTermsPolicy": "Automatic",
              "termsOfUseUrl": null,
              "privacyPolicyUrl": null,
              "languageInfo": {"autoDetect": true, "fallbackLanguage": "en"},
              "color": {"primaryColor": "#0b5c63", "isDarkModeEnabled": true, "darkPrimaryColor": "#58b8b5"},
              "branding": {},
              "brandName": null,
              "germanFormOfAddress": "du",
              "passwordPolicy": {"length": {"min": 8}, "rejects": {"words": []}},
              "verificationCodePolicy":
                  {"codeLength": 6, "expirationDuration": 600, "maxRetryAttempts": 5, "resendCooldown": 30}
            }
            """;

    private final Installation installation;
    private final int metricsPort;
    private final Api api;
    private final Api other;

    private ApiServer(Installation installation, int metricsPort) throws Exception {
        this.installation = installation;
        this.metricsPort = metricsPort;
        this.api = new Api(installation.client());
        JsonNode made = api.post("/api/applications", Map.of("name", "Other", "type", "MachineToMachine"))
                .json();
        this.other = new Api(new Client(
                uri(),
                new Credentials(made.path("id").asString(), made.path("secret").asString())));
    }

    /** The server on this engine, started when it is first needed. */
    static synchronized ApiServer on(Database.Engine engine) throws Exception {
        ApiServer known = SERVERS.get(engine);
        if (known == null) {
            known = start(engine);
            SERVERS.put(engine, known);
        }
        return known;
    }

    private static ApiServer start(Database.Engine engine) throws Exception {
        int metricsPort = Ports.free();
        // The sandbox is off, so that there are times without a connector.
        var installation = Installation.start(
                engine, 1, Map.of("ZIFFER_SANDBOX", "false", "ZIFFER_METRICS_PORT", String.valueOf(metricsPort)));
        return new ApiServer(installation, metricsPort);
    }

    /** The API as the management application calls it. */
    Api api() {
        return api;
    }

    /** The API as another application calls it, with the same rights. */
    Api other() {
        return other;
    }

    TwilioStandIn twilio() {
        return installation.twilio();
    }

    Database database() {
        return installation.database();
    }

    URI uri() {
        return installation.server().uri();
    }

    URI metrics() {
        return URI.create("http://127.0.0.1:" + metricsPort);
    }

    /** Puts connector and settings back to what they are at the beginning. */
    void reset() throws Exception {
        api.post("/api/connectors", TwilioAccount.TEST.connector());
        api.patch("/api/protection", Map.of("allowedCountries", List.of()));
        api.patch("/api/sign-in-exp", EXPERIENCE);
    }

    /** What {@link #reset} makes of the sign-in experience. */
    static JsonNode experience() {
        return Json.of(EXPERIENCE);
    }

    /** Changes what new codes are like. */
    void policy(int codeLength, int expirationDuration, int maxRetryAttempts) throws Exception {
        api.patch(
                "/api/sign-in-exp",
                Map.of(
                        "verificationCodePolicy",
                        Map.of(
                                "codeLength", codeLength,
                                "expirationDuration", expirationDuration,
                                "maxRetryAttempts", maxRetryAttempts)));
    }

    /** Lets every code that was sent so far expire. */
    void expireCodes() throws Exception {
        installation.database().update("UPDATE verification SET expires_at = ?", System.currentTimeMillis() - 1);
    }
}
