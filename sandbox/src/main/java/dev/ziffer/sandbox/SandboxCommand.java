package dev.ziffer.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** The sandbox as a program of its own: {@code java -jar ziffer-sandbox.jar}. */
public final class SandboxCommand {

    private static final String HELP = """
            Twilio's messaging API on this machine, and the phone that receives. No SMS leaves it.

              java -jar ziffer-sandbox.jar [--port <port>] [--at-once]

              --port <port>  the port to listen on, on 127.0.0.1; 0 for any free one (default 8081)
              --at-once      messages are delivered when they are answered, instead of two seconds later
              --help         this text
            """;

    private SandboxCommand() {}

    /** Runs until it is ended from outside; exits with 1 if the port is taken, with 2 if the arguments are wrong. */
    // Standard output and error are what a command speaks through.
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        if (given.contains("--help")) {
            System.out.print(HELP);
            return;
        }
        try {
            Sandbox sandbox = Sandbox.start(options(given));
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            System.out.println(greeting(sandbox));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + HELP);
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage() + " Choose another one by --port.");
            System.exit(1);
        }
    }

    /** Reads the arguments; throws {@link IllegalArgumentException} with a sentence for the caller. */
    static SandboxOptions options(List<String> arguments) {
        SandboxOptions options = SandboxOptions.DEFAULTS;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            options = switch (argument) {
                case "--port" -> options.withPort(port(rest));
                case "--at-once" -> options.withPace(Duration.ZERO);
                default -> throw new IllegalArgumentException("Unknown argument " + argument + ".");
            };
        }
        return options;
    }

    private static int port(Iterator<String> rest) {
        try {
            int port = Integer.parseInt(rest.hasNext() ? rest.next() : "");
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Refused below, like a number out of range.
        }
        throw new IllegalArgumentException("--port takes a number from 0 to 65535.");
    }

    private static String greeting(Sandbox sandbox) {
        SandboxAccount account = SandboxAccount.DEFAULT;
        return """
                SANDBOX: no SMS leaves this machine.

                  The phone          %s/
                  Twilio's API       %s
                  Account SID        %s
                  Auth token         %s
                  Messaging Service  %s
                """.formatted(
                        sandbox.uri(),
                        sandbox.uri(),
                        account.sid(),
                        account.authToken(),
                        account.messagingServices().iterator().next());
    }
}
