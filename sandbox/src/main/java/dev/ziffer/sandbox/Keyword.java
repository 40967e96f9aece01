package dev.ziffer.sandbox;

import java.util.Locale;
import java.util.Optional;

/**
 * A reply that Twilio itself acts on, when it is the whole text, in any case.
 *
 * @see <a href="https://help.twilio.com/articles/223134027">Twilio's support for opt-out keywords</a>
 */
enum Keyword {
    STOP("You will get no more messages from this sender. Reply START to get them again."),
    START("You will get messages from this sender again. Reply STOP to end them."),
    HELP("Reply STOP to get no more messages from this sender, START to get them again.");

    private final String answer;

    Keyword(String answer) {
        this.answer = answer;
    }

    /** The keyword that this text is, if it is one. */
    static Optional<Keyword> of(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "OPTOUT", "REVOKE" -> Optional.of(STOP);
            case "START", "UNSTOP", "YES" -> Optional.of(START);
            case "HELP", "INFO" -> Optional.of(HELP);
            default -> Optional.empty();
        };
    }

    /** What the phone gets in return. */
    String answer() {
        return answer;
    }
}
