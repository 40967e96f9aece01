package dev.ziffer.twilio;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a configuration and finds everything that is wrong with it. What it takes is said by
 * {@link TwilioConnectorFactory}; fields it does not know are warned of and have no effect.
 */
final class ConfigReader {

    /** A number, a short code, or a name. */
    private static final Pattern SENDER = Pattern.compile(Values.E164 + "|[0-9]{3,8}|" + Values.ALPHA_SENDER);

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
        Credentials credentials = new CredentialsReader(fields, problems).read();
        String serviceSid = fields.sid("fromMessagingServiceSID", "MG");
        String from = sender();
        boolean disableRiskCheck = fields.on("disableRiskCheck");
        requireSender();
        JsonNode list = fields.value("templates");
        fields.warnOfOthers();
        var templates = new TemplateReader(problems, codeLength).read(list);

        return credentials == null || !problems.none()
                ? null
                : new TwilioConfig(credentials, serviceSid, from, disableRiskCheck, templates);
    }

    private void requireSender() {
        if (fields.absent("fromMessagingServiceSID") && fields.absent("from")) {
            fields.missing(
                    "fromMessagingServiceSID",
                    "the SID of a Messaging Service, or a sender in \"from\"",
                    "Geben Sie die SID eines Messaging Service oder in „from“ einen Absender an");
        }
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
}
