package dev.ziffer.server;

import dev.ziffer.server.applications.ManagementApplication;
import dev.ziffer.server.connectors.Destination;
import dev.ziffer.server.operators.OperatorLinks;
import dev.ziffer.server.settings.Settings;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a person reads when the sandbox runs: where everything is, and the commands that send a code and check it. They
 * need no editing and show no secret; the credentials are read from their file, or from the variables that gave them.
 */
@Component
final class StartScreen implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(StartScreen.class);

    /** Set aside for fiction by the regulator of its country, so nobody has it. */
    private static final String SAMPLE_NUMBER = "447700900123";

    private final Settings settings;
    private final Destination destination;
    private final ManagementApplication management;
    private final OperatorLinks links;

    StartScreen(Settings settings, Destination destination, ManagementApplication management, OperatorLinks links) {
        this.settings = settings;
        this.destination = destination;
        this.management = management;
        this.links = links;
    }

    /** Writes the log's first line, before there is a request or any work. */
    @Override
    public void afterSingletonsInstantiated() {
        LOG.info(
                destination.isSandbox()
                        ? "Ziffer starts with the SANDBOX: no SMS leaves this machine"
                        : "Ziffer starts");
    }

    /** Prints the screen, once requests are answered. */
    // For a person at a terminal, beside the log.
    @SuppressWarnings("SystemOut")
    @EventListener(ApplicationReadyEvent.class)
    void print() {
        boolean sandboxed = destination.isSandbox();
        LOG.info("Ziffer {}is running at {}", sandboxed ? "with the SANDBOX " : "", settings.publicUrl());
        management.file().ifPresent(file -> LOG.info("The management client's id and secret are in {}", file));
        if (settings.sandbox()) {
            System.out.println(text(destination.sandbox(), sandboxed));
        }
        links.setup(settings.publicUrl())
                .ifPresent(link ->
                        System.out.println("  Open the console, within an hour and once, by\n\n    " + link + "\n"));
    }

    private String text(URI sandbox, boolean sandboxed) {
        return """

              Ziffer is running. %1$s

                API      %2$s/api
                Console  %2$s/console
                Phone    %3$s

              Paste these to send a code and check it:

            # 1. A token, by the credentials %7$s
            TOKEN=$(curl -s -u "%4$s" -d grant_type=client_credentials -d scope=all %2$s/oidc/token \\
              | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

            # 2. Send
            %5$s; curl -si %2$s/api/verification-codes -H "Authorization: Bearer $TOKEN" \\
              -H 'Content-Type: application/json' -d "{\\"phone\\":\\"$PHONE\\"}"

            # 3. Check
            %6$s; curl -si %2$s/api/verification-codes/verify -H "Authorization: Bearer $TOKEN" \\
              -H 'Content-Type: application/json' -d "{\\"phone\\":\\"$PHONE\\",\\"verificationCode\\":\\"$CODE\\"}"

            # Send through your own Twilio account from now on: fill in and paste without the leading #
            # curl -si %2$s/api/connectors -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{
            #   "connectorId": "twilio-short-message-service", "config": {
            #     "accountSID": "AC…", "authToken": "…", "fromMessagingServiceSID": "MG…", "templates": [
            #       {"usageType": "SignIn", "content": "{{code}} is your code to sign in."},
            #       {"usageType": "Register", "content": "{{code}} is your code to register."},
            #       {"usageType": "ForgotPassword", "content": "{{code}} is your code to set a new password."},
            #       {"usageType": "Generic", "content": "{{code}} is your verification code."}]}}'

            """.formatted(
                        sandboxed
                                ? "SANDBOX: no SMS leaves this machine."
                                : "Codes go through the saved connector: every SMS is real and charged.",
                        settings.publicUrl(),
                        sandbox,
                        management
                                .file()
                                .map(file -> "$(cat '" + file.toString().replace("'", "'\\''") + "')")
                                .orElse("$ZIFFER_MANAGEMENT_CLIENT_ID:$ZIFFER_MANAGEMENT_CLIENT_SECRET"),
                        sandboxed ? "PHONE=" + SAMPLE_NUMBER : asked("PHONE", "Phone number, digits only: "),
                        sandboxed ? "CODE=$(curl -s " + sandbox + "/phones/$PHONE/code)" : asked("CODE", "Code: "),
                        management.file().isPresent()
                                ? "in the data directory"
                                : "that the server was given; set these two variables to them first");
    }

    private static String asked(String variable, String prompt) {
        return "printf '" + prompt + "'; read -r " + variable;
    }
}
