package dev.ziffer.acceptance.api;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Numbers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An operation that takes JSON, and a body that it takes.
 *
 * @param path where the body is taken
 */
record Target(Operation operation, String path, ObjectNode body) {

    private static final String CONNECTOR = "/api/connectors/bad-input";
    private static final String TEST = "/api/connectors/twilio-short-message-service/test";

    /** All of them, of which there is everything that their paths name. */
    static List<Target> all(Api api, Description description) throws Exception {
        api.post("/api/connectors", Json.connector(Json.config()).put("id", "bad-input"));
        JsonNode application = api.post("/api/applications", Map.of("name", "Shop", "type", "MachineToMachine"))
                .json();
        String phone = Numbers.fresh();
        return List.of(
                of(
                        description,
                        "POST /api/verification-codes",
                        Json.object("{'phone': '%s', 'usageType': 'SignIn', 'locale': 'de'}".formatted(phone))),
                of(
                        description,
                        "POST /api/verification-codes/verify",
                        Json.object(
                                "{'phone': '%s', 'verificationCode': '123456', 'usageType': 'SignIn', 'locale': 'de'}"
                                        .formatted(phone))),
                of(description, "PATCH /api/sign-in-exp", experience()),
                of(description, "PATCH /api/protection", Json.object("{'allowedCountries': ['DE']}")),
                of(
                        description,
                        "POST /api/applications",
                        Json.object("{'name': 'Shop', 'description': 'x', 'type': 'MachineToMachine'}")),
                of(
                        description,
                        "PATCH /api/applications/" + application.path("id").asString(),
                        Json.object("{'name': 'Shop', 'description': 'x'}")),
                of(description, "POST /api/connectors", Json.connector(config()).put("id", "bad-input")),
                of(description, "PATCH " + CONNECTOR, Json.change(config())),
                of(description, "POST " + TEST, Json.test(phone, config())));
    }

    private static Target of(Description description, String methodAndPath, ObjectNode body) {
        String[] parts = methodAndPath.split(" ", 2);
        return new Target(description.find(parts[0], parts[1]).orElseThrow(), parts[1], body);
    }

    /** A sign-in experience with everything in it that there can be, and something that there cannot. */
    private static ObjectNode experience() {
        return Json.object("""
                {
                  'signInMode': 'SignIn',
                  'signUp': {'identifiers': ['phone'], 'password': true, 'verify': true, 'secondaryIdentifiers': []},
                  'signIn': {'methods': [
                    {'identifier': 'phone', 'password': true, 'verificationCode': true, 'isPasswordPrimary': true}
                  ]},
                  'forgotPasswordMethods': ['PhoneVerificationCode'],
                  'agreeToTermsPolicy': 'Manual',
                  'termsOfUseUrl': 'https://example.com/terms',
                  'privacyPolicyUrl': 'http://localhost:3000/privacy#top',
                  'languageInfo': {'autoDetect': false, 'fallbackLanguage': 'de'},
                  'color': {'primaryColor': '#123456', 'isDarkModeEnabled': false, 'darkPrimaryColor': '#ABCDEF'},
                  'branding': {'logoUrl': 'https://example.com/logo.svg', 'darkLogoUrl': 'https://example.com/dark.svg',
                               'favicon': 'https://example.com/icon.svg', 'darkFavicon': 'https://example.com/icon.svg'},
                  'brandName': 'Acme & Söhne',
                  'germanFormOfAddress': 'Sie',
                  'passwordPolicy': {'length': {'min': 12}, 'characterTypes': {'min': 1},
                                     'rejects': {'words': ['acme'], 'pwned': false}},
                  'verificationCodePolicy':
                      {'codeLength': 6, 'expirationDuration': 600, 'maxRetryAttempts': 5, 'resendCooldown': 60},
                  'mfa': {'factors': [], 'policy': 'UserControlled'},
                  'socialSignInConnectorTargets': [],
                  'captchaPolicy': {'enabled': false},
                  'customCss': '',
                  'id': 'default'
                }
                """);
    }

    /** A configuration with everything in it that there can be. */
    private static ObjectNode config() {
        return Json.config()
                .put("apiKeySID", "SK" + "2".repeat(32))
                .put("apiKeySecret", "a-secret-that-Twilio-showed-once")
                .put("from", "Acme")
                .put("disableRiskCheck", false);
    }

    /** The schema of the bodies it takes. */
    JsonNode schema() {
        return operation
                .node()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    Answer call(Api api, byte[] otherBody) throws Exception {
        return api.call(operation.method(), path, otherBody);
    }

    Answer call(Api api, String otherBody) throws Exception {
        return call(api, otherBody.getBytes(StandardCharsets.UTF_8));
    }
}
