package dev.ziffer.twilio;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a configuration and finds everything that is wrong with it. What it takes is said by
 * {@link TwilioConnectorFactory}; fields it does not know are left alone.
 */
final class ConfigReader {

    private static final Pattern SECRET = Pattern.compile("[!-~]{1,256}");

    /** A number, a short code, or a name. */
    private static final Pattern SENDER =
            Pattern.compile("\\+[1-9][0-9]{5,14}|[0-9]{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 +&_-]{1,11}");

    private static final Pattern REGION = Pattern.compile("[a-z]{2}[0-9]");

    /** A label of a host name: no hyphen at its ends. */
    private static final Pattern EDGE = Pattern.compile("[a-z](?:[a-z-]{0,61}[a-z])?");

    /** An edge alone is in no host: Twilio wants its region with it. */
    private static final Pattern HOST =
            Pattern.compile("(?i)api(?:(?:\\.(?<edge>" + EDGE + "))?\\.(?<region>" + REGION + "))?\\.twilio\\.com");

    /** The region of a host that names none. */
    private static final String FIRST_REGION = "us1";

    /** Where the account's data is kept and where Twilio's network is entered; null for Twilio's default. */
    private record Place(@Nullable String region, @Nullable String edge) {}

    private final JsonNode config;
    private final int codeLength;
    private final Problems problems = new Problems();
    private final Fields fields;

    ConfigReader(JsonNode config, int codeLength) {
        this.config = config;
        this.codeLength = codeLength;
        this.fields = new Fields(config, List.of(), problems);
    }

    Problems problems() {
        return problems;
    }

    /** The configuration; null when {@link #problems()} has errors. */
    @Nullable
    TwilioConfig read() {
        if (!config.isObject()) {
            problems.error(
                    List.of(),
                    "wrong_type",
                    "The configuration must be a JSON object.",
                    "Die Konfiguration muss ein JSON-Objekt sein.");
            return null;
        }
        String accountSid = sid("accountSID", "AC");
        String authToken = secret("authToken");
        String keySid = sid("apiKeySID", "SK");
        String keySecret = secret("apiKeySecret");
        String serviceSid = sid("fromMessagingServiceSID", "MG");
        String from = sender();
        Place place = place();
        boolean disableRiskCheck = fields.on("disableRiskCheck");
        requireWhatIsMissing();
        var templates = new TemplateReader(problems, codeLength).read(config.path("templates"));

        String username = keySecret == null ? accountSid : keySid;
        String password = keySecret == null ? authToken : keySecret;
        if (!problems.none() || accountSid == null || username == null || password == null) {
            return null;
        }
        return new TwilioConfig(
                accountSid,
                username,
                password,
                serviceSid,
                from,
                place.region(),
                place.edge(),
                disableRiskCheck,
                templates);
    }

    private void requireWhatIsMissing() {
        if (fields.absent("accountSID")) {
            fields.missing(
                    "accountSID",
                    "the Account SID from the Twilio console",
                    "Geben Sie die Account-SID aus der Twilio-Konsole an");
        }
        if (fields.absent("apiKeySID") != fields.absent("apiKeySecret")) {
            fields.missing(
                    fields.absent("apiKeySID") ? "apiKeySID" : "apiKeySecret",
                    "both parts of the API key, its SID and its secret",
                    "Geben Sie beide Teile des API-Schlüssels an, SID und Geheimnis");
        } else if (fields.absent("apiKeySID") && fields.absent("authToken")) {
            fields.missing(
                    "authToken",
                    "the auth token, or an API key in \"apiKeySID\" and \"apiKeySecret\"",
                    "Geben Sie das Auth-Token oder in „apiKeySID“ und „apiKeySecret“ einen API-Schlüssel an");
        }
        if (fields.absent("fromMessagingServiceSID") && fields.absent("from")) {
            fields.missing(
                    "fromMessagingServiceSID",
                    "the SID of a Messaging Service, or a sender in \"from\"",
                    "Geben Sie die SID eines Messaging Service oder in „from“ einen Absender an");
        }
    }

    private @Nullable String sid(String key, String prefix) {
        return fields.text(
                key,
                Pattern.compile(prefix + "[0-9a-fA-F]{32}"),
                "malformed_sid",
                "\"" + key + "\" must be " + prefix + " followed by 32 hexadecimal digits, without spaces.",
                "„" + key + "“ muss aus " + prefix + " und 32 Hexadezimalziffern bestehen, ohne Leerzeichen.");
    }

    private @Nullable String secret(String key) {
        return fields.text(
                key,
                SECRET,
                "malformed_secret",
                "\"" + key + "\" has characters that no secret of Twilio has. Copy it again, without spaces.",
                "„" + key + "“ hat Zeichen, die kein Geheimnis von Twilio hat. Kopieren Sie es erneut, ohne"
                        + " Leerzeichen.");
    }

    private @Nullable String sender() {
        return fields.text(
                "from",
                SENDER,
                "malformed_sender",
                "\"from\" must be a number such as +14155550100, a short code, or a name of at most 11 letters, digits,"
                        + " spaces and + - _ & with at least one letter.",
                "„from“ muss eine Nummer wie +14155550100, eine Kurzwahl oder ein Name aus höchstens 11 Buchstaben,"
                        + " Ziffern, Leerzeichen und + - _ & mit mindestens einem Buchstaben sein.");
    }

    /** From {@code region} and {@code edge}, or from {@code host}, which says both in one. */
    private Place place() {
        String region = label("region", REGION, "Region", "ie1");
        String edge = label("edge", EDGE, "Edge", "dublin");
        String host = fields.text(
                "host",
                HOST,
                "malformed_host",
                "\"host\" must be a host of Twilio's API such as api.twilio.com or api.dublin.ie1.twilio.com, without"
                        + " https:// and path. Leave it out unless the account uses a region.",
                "„host“ muss ein Host von Twilios API sein, etwa api.twilio.com oder api.dublin.ie1.twilio.com, ohne"
                        + " https:// und Pfad. Lassen Sie es weg, wenn das Konto keine Region nutzt.");
        if (host == null) {
            return new Place(region, edge);
        }
        Matcher parts = HOST.matcher(host.toLowerCase(Locale.ROOT));
        Place of = parts.matches() ? new Place(parts.group("region"), parts.group("edge")) : new Place(null, null);
        if (contradicts(region, Objects.requireNonNullElse(of.region(), FIRST_REGION))
                || contradicts(edge, of.edge())) {
            problems.error(
                    fields.at("host"),
                    "contradictory_host",
                    "\"host\" names another place than \"region\" and \"edge\". Leave it out, or leave them out.",
                    "„host“ nennt einen anderen Ort als „region“ und „edge“. Lassen Sie es oder jene weg.");
        }
        return of;
    }

    private static boolean contradicts(@Nullable String given, @Nullable String ofHost) {
        return given != null && !given.equals(ofHost);
    }

    private @Nullable String label(String key, Pattern form, String german, String example) {
        return fields.text(
                key,
                form,
                "malformed_" + key,
                "\"" + key + "\" must name a Twilio " + key + " in lower case, such as " + example
                        + ". Leave it out unless the account uses one.",
                "„" + key + "“ muss der kleingeschriebene Name einer Twilio-" + german + " sein, etwa " + example
                        + ". Lassen Sie es weg, wenn das Konto keine nutzt.");
    }
}
