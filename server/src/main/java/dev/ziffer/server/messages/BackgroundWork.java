package dev.ziffer.server.messages;

import dev.ziffer.server.protection.Protection;
import dev.ziffer.server.settings.Settings;
import dev.ziffer.server.storage.Leases;
import dev.ziffer.verification.Verifications;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What happens without a request: asking about doubtful messages, and forgetting what is over. */
@Component
class BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    /** How many there are, each scheduled by itself. */
    static final int JOBS = 6;

    private static final Duration HOUR = Duration.ofHours(1);

    /** So that no deletion holds the database for long. */
    private static final int DELETED_AT_ONCE = 1_000;

    private final Reconciliation reconciliation;
    private final StatusPolling polling;
    private final Verifications verifications;
    private final Ledger ledger;
    private final LimitedSends limitedSends;
    private final Leases leases;
    private final Settings settings;

    BackgroundWork(
            Reconciliation reconciliation,
            StatusPolling polling,
            Verifications verifications,
            Ledger ledger,
            LimitedSends limitedSends,
            Leases leases,
            Settings settings) {
        this.reconciliation = reconciliation;
        this.polling = polling;
        this.verifications = verifications;
        this.ledger = ledger;
        this.limitedSends = limitedSends;
        this.leases = leases;
        this.settings = settings;
    }

    /** Any server may ask; the lease on each message sees to it that one does. */
    @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
    void reconcile() {
        reconciliation.round();
    }

    /** Any server may ask; the lease on each message sees to it that one does. */
    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void follow() {
        polling.round();
    }

    /** What this server counted. */
    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void writeLimitedSends() {
        limitedSends.write();
    }

    /** One server at a time, about once a minute. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
    void deleteExpired() {
        if (!leases.take("delete-expired", Duration.ofSeconds(50))) {
            return;
        }
        while (verifications.deleteExpired(DELETED_AT_ONCE) >= DELETED_AT_ONCE) {
            // In small bites.
        }
        limitedSends.forgetOlderThan(settings.retention());
    }

    /** One server at a time, about once a minute: a limit that is half used up is worth knowing before it is reached. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void warnOfTheInstallationsLimit() {
        if (settings.maxSends() == 0 || !leases.take("warn-of-limit", Duration.ofSeconds(50))) {
            return;
        }
        int sends = ledger.countSince(Protection.INSTALLATION_WINDOW);
        if (sends >= settings.maxSends() / 2) {
            LOG.atWarn()
                    .addKeyValue("sends", sends)
                    .addKeyValue("limit", settings.maxSends())
                    .log("Half of the sends that ZIFFER_MAX_SENDS allows in ten minutes are used up; raise it if they"
                            + " are meant, look at GET /api/messages if not.");
        }
    }

    /** One server at a time, about once an hour. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 30_000)
    void forget() {
        if (leases.take("forget-messages", HOUR)) {
            ledger.forgetOlderThan(settings.retention());
        }
    }
}
