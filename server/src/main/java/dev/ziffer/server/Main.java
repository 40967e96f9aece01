package dev.ziffer.server;

import dev.ziffer.server.settings.Settings;
import java.util.function.Consumer;

/** The command line of {@code ziffer.jar}. */
final class Main {

    private static final String HELP = """
            Ziffer proves that a person holds a phone number, with your own Twilio account.

              java -jar ziffer.jar                  start the server; settings are ZIFFER_* environment variables
              java -jar ziffer.jar operator-link    print a one-time link that makes an administrator of the console,
                                                    or gives one a new password; with the settings of the server
              java -jar ziffer.jar help             print this
              java -jar ziffer.jar version          print the version
            """;

    private Main() {}

    // The command line's output is for a person, not a log.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "" -> attempt(Server::start);
            case "operator-link" -> attempt(settings -> System.out.println(OperatorLinkCommand.link(settings)));
            case "help", "--help", "-h" -> System.out.print(HELP);
            case "version", "--version" -> System.out.println("ziffer " + version());
            default -> {
                System.err.println("There is no command '" + arguments[0] + "'; 'help' lists what there is.");
                System.exit(2);
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void attempt(Consumer<Settings> command) {
        try {
            command.accept(Settings.from(System.getenv()));
        } catch (RuntimeException e) {
            StartFailure.sentence(e).ifPresent(System.err::println);
            System.exit(1);
        }
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
