package dev.ziffer.twilio;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads a configuration and finds everything that is wrong with it.
 *
 * <p>Accepted is what Logto's Twilio connector accepts, and beside it: an API key instead of the auth token
 * ({@code apiKeySID}, {@code apiKeySecret}), a sender ({@code from}) instead of or beside the Messaging Service,
 * {@code region} and {@code edge}. A field that is null counts as absent; fields it does not know are left alone.
 */
final class ConfigReader {

    private static final Pattern ACCOUNT_SID = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern KEY_SID = Pattern.compile("SK[0-9a-fA-F]{32}");
    private static final Pattern SERVICE_SID = Pattern.compile("MG[0-9a-fA-F]{32}");
    private static final Pattern SECRET = Pattern.compile("[!-~]{1,256}");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{5,14}|[0-9]{3,8}");
    private static final Pattern ALPHANUMERIC = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}[0-9]");
    private static final Pattern EDGE = Pattern.compile("(?=.{1,63}$)[a-z]+(-[a-z]+)*");

    private final JsonNode config;
    private final Problems problems = new Problems();
    private final TemplateReader templateReader;

    ConfigReader(JsonNode config, int codeLength) {
        this.config = config.isObject() ? config : JsonNodeFactory.instance.objectNode();
        this.templateReader = new TemplateReader(problems, codeLength);
        if (!config.isObject()) {
            problems.error(
                    List.of(),
                    "wrong_type",
                    "The configuration must be a JSON object.",
                    "Die Konfiguration muss ein JSON-Objekt sein.");
        }
    }

    Problems problems() {
        return problems;
    }

    /** The configuration; null when {@link #problems()} has errors. */
    @Nullable
    TwilioConfig read() {
        String accountSid = sid("accountSID", ACCOUNT_SID, "AC");
        if (absent("accountSID")) {
            required("accountSID", "the Account SID from the Twilio console", "die Account-SID aus der Twilio-Konsole");
        }
        String authToken = secret("authToken");
        String keySid = sid("apiKeySID", KEY_SID, "SK");
        String keySecret = secret("apiKeySecret");
        requireCredentials();
        String serviceSid = sid("fromMessagingServiceSID", SERVICE_SID, "MG");
        String from = from();
        if (absent("fromMessagingServiceSID") && absent("from")) {
            required(
                    "fromMessagingServiceSID",
                    "the SID of a Messaging Service, or give a sender in \"from\"",
                    "die SID eines Messaging Service oder einen Absender in „from“");
        }
        String region = place("region", REGION, "ie1");
        String edge = place("edge", EDGE, "dublin");
        boolean disableRiskCheck = flag("disableRiskCheck");
        var templates = templateReader.read(config.path("templates"));

        if (accountSid == null || !problems.none()) {
            return null;
        }
        return keySid != null && keySecret != null
                ? new TwilioConfig(
                        accountSid, keySid, keySecret, serviceSid, from, region, edge, disableRiskCheck, templates)
                : authToken == null
                        ? null
                        : new TwilioConfig(
                                accountSid,
                                accountSid,
                                authToken,
                                serviceSid,
                                from,
                                region,
                                edge,
                                disableRiskCheck,
                                templates);
    }

    private void requireCredentials() {
        if (absent("apiKeySID") != absent("apiKeySecret")) {
            String missing = absent("apiKeySID") ? "apiKeySID" : "apiKeySecret";
            required(
                    missing,
                    "both parts of the API key: its SID and its secret",
                    "beide Teile des API-Schlüssels: seine SID und sein Geheimnis");
        } else if (absent("apiKeySID") && absent("authToken")) {
            required(
                    "authToken",
                    "the auth token, or an API key in \"apiKeySID\" and \"apiKeySecret\"",
                    "das Auth-Token oder einen API-Schlüssel in „apiKeySID“ und „apiKeySecret“");
        }
    }

    private @Nullable String sid(String key, Pattern form, String prefix) {
        return text(
                key,
                form,
                "malformed_sid",
                "\"" + key + "\" must be " + prefix + " followed by 32 hexadecimal digits, without spaces.",
                "„" + key + "“ muss aus " + prefix + " und 32 Hexadezimalziffern bestehen, ohne Leerzeichen.");
    }

    private @Nullable String secret(String key) {
        return text(
                key,
                SECRET,
                "malformed_secret",
                "\"" + key + "\" holds characters that no Twilio secret has. Copy it again, without spaces.",
                "„" + key + "“ enthält Zeichen, die kein Twilio-Geheimnis hat. Kopieren Sie es erneut, ohne"
                        + " Leerzeichen.");
    }

    private @Nullable String from() {
        Pattern either = Pattern.compile(NUMBER + "|" + ALPHANUMERIC);
        return text(
                "from",
                either,
                "malformed_sender",
                "\"from\" must be a number such as +14155550100, a short code, or a name of at most 11 letters, digits,"
                        + " spaces and + - _ & with at least one letter.",
                "„from“ muss eine Nummer wie +14155550100, eine Kurzwahl oder ein Name aus höchstens 11 Buchstaben,"
                        + " Ziffern, Leerzeichen und + - _ & mit mindestens einem Buchstaben sein.");
    }

    private @Nullable String place(String key, Pattern form, String example) {
        return text(
                key,
                form,
                "malformed_" + key,
                "\"" + key + "\" must be the name of a Twilio " + key + " in lower case, such as " + example
                        + ". Leave it out unless the account uses one.",
                "„" + key + "“ muss der kleingeschriebene Name einer Twilio-" + (key.equals("edge") ? "Edge" : "Region")
                        + " sein, etwa " + example + ". Lassen Sie es weg, wenn das Konto keine nutzt.");
    }

    private @Nullable String text(String key, Pattern form, String code, String en, String de) {
        if (absent(key)) {
            return null;
        }
        JsonNode value = config.path(key);
        if (!value.isString()) {
            problems.error(
                    List.of(key), "wrong_type", "\"" + key + "\" must be a text.", "„" + key + "“ muss ein Text sein.");
            return null;
        }
        String text = value.stringValue();
        if (text.isBlank()) {
            problems.error(
                    List.of(key),
                    "empty",
                    "\"" + key + "\" is empty. Fill it in or leave it out.",
                    "„" + key + "“ ist leer. Füllen Sie es aus oder lassen Sie es weg.");
            return null;
        }
        if (!form.matcher(text).matches()) {
            problems.error(List.of(key), code, en, de);
            return null;
        }
        return text;
    }

    private boolean flag(String key) {
        JsonNode value = config.path(key);
        if (!absent(key) && !value.isBoolean()) {
            problems.error(
                    List.of(key),
                    "wrong_type",
                    "\"" + key + "\" must be true or false.",
                    "„" + key + "“ muss true oder false sein.");
        }
        return value.isBoolean() && value.booleanValue();
    }

    private void required(String key, String en, String de) {
        problems.error(
                List.of(key),
                "required",
                "\"" + key + "\" is missing: give " + en + ".",
                "„" + key + "“ fehlt: Geben Sie " + de + " an.");
    }

    private boolean absent(String key) {
        JsonNode value = config.path(key);
        return value.isMissingNode() || value.isNull();
    }
}
