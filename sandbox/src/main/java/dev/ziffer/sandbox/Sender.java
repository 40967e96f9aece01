package dev.ziffer.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a message is sent from: what its request names, or what its Messaging Service chooses. */
final class Sender {

    private static final Pattern SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");
    /** Where no name is shown and nothing reaches a phone but from a number of its own. */
    private static final String NORTH_AMERICA = "+1";

    private final Account account;

    Sender(Account account) {
        this.account = account;
    }

    /** The Messaging Service with this SID. */
    MessagingService service(String sid) throws Refusal {
        if (!SERVICE.matcher(sid).matches()) {
            throw new Refusal(TwilioError.INVALID_SERVICE);
        }
        return account.senders().service(sid).orElseThrow(() -> new Refusal(TwilioError.UNKNOWN_SERVICE));
    }

    /** The number or name that a request gives as {@code From}; of numbers only the account's own may send. */
    String named(String from) throws Refusal {
        if (SenderName.valid(from)) {
            if (account.settings().trial()) {
                throw new Refusal(TwilioError.NAME_ON_TRIAL);
            }
            return from;
        }
        String number = SendRequest.number(from).orElseThrow(() -> new Refusal(TwilioError.INVALID_FROM));
        Optional<TwilioError> refusal = TestNumbers.refusalOfSender(number);
        if (refusal.isPresent()) {
            throw new Refusal(refusal.get());
        }
        OwnedNumber owned = account.senders().owned(number).orElseThrow(() -> new Refusal(TwilioError.NOT_YOUR_SENDER));
        if (!owned.capabilities().sms()) {
            throw new Refusal(TwilioError.SENDER_CANNOT_SMS);
        }
        return number;
    }

    /** The number or name that a request gives, which must be in the Messaging Service. */
    String named(String from, MessagingService service) throws Refusal {
        String sender = named(from);
        boolean inPool = service.alphaSender()
                        .filter(alpha -> alpha.name().equals(sender))
                        .isPresent()
                || account.senders()
                        .owned(sender)
                        .filter(number -> number.in(service.sid()))
                        .isPresent();
        if (!inPool) {
            throw new Refusal(TwilioError.NOT_IN_SERVICE);
        }
        return sender;
    }

    /**
     * What a Messaging Service chooses: outside North America its name, then a number of the recipient's country, then
     * any number; in North America only a number from there.
     */
    String chosen(MessagingService service, String recipient) throws Refusal {
        List<OwnedNumber> pool = account.senders().pool(service.sid());
        Optional<AlphaSender> name = service.alphaSender();
        if (pool.isEmpty() && name.isEmpty()) {
            throw new Refusal(TwilioError.EMPTY_SERVICE);
        }
        boolean northAmerican = recipient.startsWith(NORTH_AMERICA);
        if (name.isPresent() && !northAmerican && !account.settings().trial()) {
            return name.get().name();
        }
        Optional<Country> country = Countries.ofNumber(recipient);
        return pool.stream()
                .filter(number -> !northAmerican || number.number().startsWith(NORTH_AMERICA))
                .sorted((one, other) -> Boolean.compare(isIn(other, country), isIn(one, country)))
                .map(OwnedNumber::number)
                .findFirst()
                .orElseThrow(() -> new Refusal(TwilioError.NO_SENDER_REACHES));
    }

    private static boolean isIn(OwnedNumber number, Optional<Country> country) {
        return country.filter(known -> known.iso().equals(number.country())).isPresent();
    }
}
