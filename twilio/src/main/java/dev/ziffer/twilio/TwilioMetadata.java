package dev.ziffer.twilio;

import dev.ziffer.connector.FormItem;
import dev.ziffer.connector.Metadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** How the Twilio connector describes itself. The five fields that Logto's connector has come first, in its order. */
final class TwilioMetadata {

    static final Metadata METADATA = new Metadata(
            "twilio-short-message-service",
            "twilio-sms",
            null,
            Map.of("en", "Twilio SMS", "de", "Twilio SMS"),
            Map.of(
                    "en", "Sends codes by SMS through your own Twilio account.",
                    "de", "Sendet Codes per SMS über Ihr eigenes Twilio-Konto."),
            "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(read("logo.svg")),
            null,
            new String(read("readme.md"), StandardCharsets.UTF_8),
            formItems());

    private TwilioMetadata() {}

    private static List<FormItem> formItems() {
        return List.of(
                text("accountSID", "Account SID", true, "AC…", "Twilio console, Account info.", false),
                text(
                        "authToken",
                        "Auth token",
                        false,
                        null,
                        "Twilio console, Account info. Needed unless an API key is given below.",
                        true),
                text(
                        "fromMessagingServiceSID",
                        "Messaging Service SID",
                        false,
                        "MG…",
                        "The service that picks the sender. Needed unless a sender is given below.",
                        false),
                new FormItem(
                        "disableRiskCheck",
                        "Skip Twilio's risk check",
                        FormItem.Type.SWITCH,
                        false,
                        JsonNodeFactory.instance.booleanNode(false),
                        null,
                        "Sends without SMS pumping protection for each message.",
                        false),
                new FormItem(
                        "templates",
                        "Templates",
                        FormItem.Type.JSON,
                        true,
                        json("templates.json"),
                        null,
                        "A list of {usageType, content} and, where wanted, a locale. {{code}} stands for the code.",
                        false),
                text("apiKeySID", "API key SID", false, "SK…", "An API key instead of the auth token.", false),
                text(
                        "apiKeySecret",
                        "API key secret",
                        false,
                        null,
                        "Twilio shows it once, when the key is made.",
                        true),
                text(
                        "from",
                        "Sender",
                        false,
                        "+14155550100",
                        "A number of the account, a short code or a sender name, instead of or beside the service.",
                        false),
                text("region", "Region", false, "ie1", "Only for accounts whose data is kept outside the US.", false),
                text("edge", "Edge", false, "dublin", "Where Twilio's network is entered.", false));
    }

    private static FormItem text(
            String key,
            String label,
            boolean required,
            @Nullable String placeholder,
            String description,
            boolean confidential) {
        return new FormItem(key, label, FormItem.Type.TEXT, required, null, placeholder, description, confidential);
    }

    private static JsonNode json(String name) {
        return JsonMapper.shared().readTree(read(name));
    }

    private static byte[] read(String name) {
        try (InputStream file = TwilioMetadata.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing beside " + TwilioMetadata.class.getName());
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
