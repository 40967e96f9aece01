package dev.ziffer.twilio;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads who asks Twilio, and where, from the fields of a configuration. */
final class CredentialsReader {

    private static final Pattern SECRET = Pattern.compile("[!-~]{1,256}");

    private static final Pattern REGION = Pattern.compile("[a-z]{2}[0-9]");

    /** A label of a host name: no hyphen at its ends. */
    private static final Pattern EDGE = Pattern.compile("[a-z](?:[a-z-]{0,61}[a-z])?");

    /** An edge alone is in no host: Twilio wants its region with it. */
    private static final Pattern HOST =
            Pattern.compile("(?i)api(?:(?:\\.(?<edge>" + EDGE + "))?\\.(?<region>" + REGION + "))?\\.twilio\\.com");

    /** Where the account's data is kept and where Twilio's network is entered; null for Twilio's default. */
    private record Place(@Nullable String region, @Nullable String edge) {}

    private final Fields fields;
    private final Problems problems;

    CredentialsReader(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /** The credentials; null when something of them is missing or was reported. */
    @Nullable
    Credentials read() {
        String accountSid = fields.sid("accountSID", "AC");
        String authToken = secret("authToken");
        String keySid = fields.sid("apiKeySID", "SK");
        String keySecret = secret("apiKeySecret");
        Place place = place();
        requireWhatIsMissing();

        String username = keySecret == null ? accountSid : keySid;
        String password = keySecret == null ? authToken : keySecret;
        return problems.none() && accountSid != null && username != null && password != null
                ? new Credentials(accountSid, username, password, place.region(), place.edge())
                : null;
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
        if (contradicts(region, Objects.requireNonNullElse(of.region(), Credentials.FIRST_REGION))
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
