package dev.ziffer.server.console;

import dev.ziffer.server.messages.LedgerQuery;
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

    Optional<Timeline> find(String messageId, Locale locale) {
        return ledger.history(messageId).map(history -> Timeline.of(history, clock.instant(), locale));
    }
}
