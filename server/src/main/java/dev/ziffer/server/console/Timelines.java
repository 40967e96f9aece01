package dev.ziffer.server.console;

import dev.ziffer.server.messages.LedgerQuery;
import dev.ziffer.server.messages.MessageHistory;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what became of a message by now. */
@Component
final class Timelines {

    private final LedgerQuery ledger;
    private final Clock clock;

    Timelines(LedgerQuery ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    Timeline of(MessageHistory history, Locale locale) {
        return Timeline.of(history, clock.instant(), locale);
    }

    Optional<Timeline> find(String messageId, Locale locale) {
        return ledger.history(messageId).map(history -> of(history, locale));
    }
}
