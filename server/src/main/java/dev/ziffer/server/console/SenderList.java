package dev.ziffer.server.console;

import dev.ziffer.twilio.AccountException;
import dev.ziffer.twilio.Listing;
import dev.ziffer.twilio.Membership;
import dev.ziffer.twilio.MessagingService;
import dev.ziffer.twilio.OwnedNumber;
import dev.ziffer.twilio.Registration;
import dev.ziffer.twilio.Sender;
import dev.ziffer.twilio.TwilioAccount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The services of an account, and who the chosen one sends as.
 *
 * @param services all that were read
 * @param complete whether those are all
 * @param chosen the one that the configuration names; null for none, or one that the account does not have
 * @param unknown whether the configuration names one that the account does not have
 * @param senders the chosen one's
 * @param campaign how far the registration for the United States is; null where no sender needs it
 * @param numbers the account's numbers that it does not have; null where nobody asked for them
 */
public record SenderList(
        List<MessagingService> services,
        boolean complete,
        @Nullable MessagingService chosen,
        boolean unknown,
        List<Sender> senders,
        @Nullable Registration campaign,
        @Nullable List<Candidate> numbers) {

    /**
     * A number of the account.
     *
     * @param holder the service that has it; null for none
     */
    public record Candidate(OwnedNumber number, @Nullable MessagingService holder) {}

    /**
     * Reads the lists.
     *
     * @param sid the configuration's service; empty for none
     * @param withNumbers whether the account's numbers are read too, with the services that have them
     */
    static SenderList of(TwilioAccount account, String sid, boolean withNumbers) throws AccountException {
        Listing<MessagingService> services = account.messagingServices().all();
        MessagingService chosen = services.items().stream()
                .filter(service -> service.sid().equals(sid))
                .findFirst()
                .orElse(null);
        List<Sender> senders = chosen == null
                ? List.of()
                : account.messagingServices().senders(sid).items();
        List<Candidate> numbers = null;
        if (withNumbers && chosen != null) {
            List<Membership> memberships =
                    account.messagingServices().memberships().items();
            numbers = account.phoneNumbers().owned().items().stream()
                    .filter(number ->
                            senders.stream().noneMatch(sender -> sender.sid().equals(number.sid())))
                    .map(number -> new Candidate(number, holder(number, memberships)))
                    .toList();
        }
        Registration campaign = chosen != null && senders.stream().anyMatch(SenderList::american)
                ? account.registrations().campaign(sid)
                : null;
        boolean unknown = !sid.isEmpty() && chosen == null && services.complete();
        return new SenderList(services.items(), services.complete(), chosen, unknown, senders, campaign, numbers);
    }

    private static boolean american(Sender sender) {
        return sender.kind() == Sender.Kind.PHONE_NUMBER
                && sender.country().filter("US"::equals).isPresent();
    }

    private static @Nullable MessagingService holder(OwnedNumber number, List<Membership> memberships) {
        return memberships.stream()
                .filter(membership -> membership.numberSid().equals(number.sid()))
                .map(Membership::service)
                .findFirst()
                .orElse(null);
    }
}
