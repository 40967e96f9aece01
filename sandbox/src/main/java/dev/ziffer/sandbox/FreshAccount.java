package dev.ziffer.sandbox;

import dev.ziffer.sandbox.OwnedNumber.Membership;
import java.time.Instant;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What every account has at first: a Messaging Service with a number to send from, and further numbers, so that each
 * error of putting a number into a service can be met. The SIDs of numbers end in the last four digits of the number.
 */
final class FreshAccount {

    private static final Capabilities ALL = new Capabilities(true, true, true);
    private static final Capabilities VOICE = new Capabilities(false, false, true);
    private static final int OTHER_SERVICE = 2;

    private FreshAccount() {}

    static Senders senders(SandboxAccount account, Instant now) {
        String other = Sids.known("MG", account.sid(), OTHER_SERVICE);
        try {
            Senders senders = new Senders();
            int count = 0;
            for (String sid : new TreeSet<>(account.messagingServices())) {
                // The number of the first is that of Twilio's test credentials.
                String number = count == 0 ? TestNumbers.SENDER : "+1500555" + (1_000 + count);
                String name = count == 0 ? "Ziffer" : "Ziffer " + (count + 1);
                senders.add(MessagingService.of(sid, ServiceSettings.named(name), now));
                senders.add(number(account, number, NumberType.LOCAL, ALL, sid, now));
                count++;
            }
            senders.add(MessagingService.of(other, ServiceSettings.named("Reminders"), now));
            senders.add(number(account, "+15005550011", NumberType.LOCAL, ALL, other, now));
            senders.add(number(account, "+15005550012", NumberType.LOCAL, ALL, null, now));
            senders.add(number(account, "+15005550013", NumberType.LOCAL, VOICE, null, now));
            senders.add(number(account, TollFreeVerification.NUMBER, NumberType.TOLL_FREE, ALL, null, now));
            return senders;
        } catch (Refusal e) {
            throw new IllegalArgumentException("the account has too many Messaging Services", e);
        }
    }

    /** The SID of a number that an account has at first. */
    static String numberSid(String accountSid, String number) {
        return Sids.known("PN", accountSid, Integer.parseInt(number.substring(number.length() - 4)));
    }

    private static OwnedNumber number(
            SandboxAccount account,
            String number,
            NumberType type,
            Capabilities capabilities,
            @Nullable String serviceSid,
            Instant now) {
        return new OwnedNumber(
                numberSid(account.sid(), number),
                number,
                number,
                type,
                capabilities,
                "none",
                now,
                serviceSid == null ? null : new Membership(serviceSid, now));
    }
}
