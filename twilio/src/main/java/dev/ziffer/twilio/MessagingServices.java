package dev.ziffer.twilio;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The account's Messaging Services and their senders.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/service-resource">Twilio, Services resource</a>
 */
public final class MessagingServices {

    private static final String PRODUCT = "messaging";
    private static final String PATH = "/v1/Services";
    private static final String USE_CASE = "verification";
    private static final int LONGEST_NAME = 64;
    private static final int MOST_SEARCHED = 50;
    private static final int ALREADY_IN_THIS_SERVICE = 21710;
    private static final int MALFORMED_ALPHA_SENDER = 21657;
    private static final Pattern ALPHA_SENDER = Pattern.compile(Values.ALPHA_SENDER);

    private final AccountApi api;

    MessagingServices(AccountApi api) {
        this.api = api;
    }

    /** At most 1,000 of them. */
    public Listing<MessagingService> all() throws AccountException {
        return api.list(PRODUCT, PATH, new Form(), "services", MessagingService::of);
    }

    /**
     * Creates a service for verification codes, without senders.
     *
     * @param friendlyName what the operator calls it; at most 64 characters
     */
    public MessagingService create(String friendlyName) throws AccountException {
        if (friendlyName.isBlank() || friendlyName.length() > LONGEST_NAME) {
            throw AccountException.invalid(
                    "A Messaging Service needs a name of at most 64 characters. Shorten it or fill it in.",
                    "Ein Messaging Service braucht einen Namen aus höchstens 64 Zeichen. Kürzen oder ergänzen Sie ihn.");
        }
        Form form = new Form().add("FriendlyName", friendlyName).add("Usecase", USE_CASE);
        return api.post(PRODUCT, PATH, form, MessagingService::of);
    }

    /** A service's numbers, names and short codes. */
    public Listing<Sender> senders(String serviceSid) throws AccountException {
        String path = path(serviceSid);
        var senders = new ArrayList<Sender>();
        boolean complete = true;
        for (Sender.Kind kind : Sender.Kind.values()) {
            Listing<Sender> some = senders(path, kind);
            senders.addAll(some.items());
            complete &= some.complete();
        }
        return new Listing<>(senders, complete);
    }

    /** Which numbers are in which service; reads the senders of at most 50 services. */
    public Listing<Membership> memberships() throws AccountException {
        Listing<MessagingService> services = all();
        List<MessagingService> searched =
                services.items().stream().limit(MOST_SEARCHED).toList();
        var memberships = new ArrayList<Membership>();
        boolean complete =
                services.complete() && searched.size() == services.items().size();
        for (MessagingService service : searched) {
            Listing<Sender> numbers = senders(path(service.sid()), Sender.Kind.PHONE_NUMBER);
            numbers.items().forEach(number -> memberships.add(new Membership(number.sid(), service)));
            complete &= numbers.complete();
        }
        return new Listing<>(memberships, complete);
    }

    /**
     * Makes a number of the account a sender of a service; nothing happens if it is one already.
     *
     * @throws AccountException with Twilio's code 21712 if it is in another service, 21714 if the service is full, 21715
     *     if the number has no SMS
     */
    public void attach(String serviceSid, String numberSid) throws AccountException {
        Form form = new Form().add("PhoneNumberSid", Values.sid("PN", numberSid));
        try {
            api.post(PRODUCT, path(serviceSid) + "/PhoneNumbers", form, json -> Json.text(json, "sid"));
        } catch (AccountException e) {
            if (e.providerCode().orElse(0) != ALREADY_IN_THIS_SERVICE) {
                throw e;
            }
        }
    }

    /** Takes a number out of a service; the account keeps it. */
    public void detach(String serviceSid, String numberSid) throws AccountException {
        api.delete(PRODUCT, path(serviceSid) + "/PhoneNumbers/" + Values.sid("PN", numberSid));
    }

    /**
     * Makes a name a sender of a service. Twilio decides by the recipient's country whether it is used; the United States
     * and Canada know none.
     *
     * @param name at most 11 letters, digits, spaces and {@code + - _ &}, with at least one letter
     */
    public Sender addAlphaSender(String serviceSid, String name) throws AccountException {
        if (!ALPHA_SENDER.matcher(name).matches()) {
            throw AccountException.invalid(
                    TwilioErrors.of(MALFORMED_ALPHA_SENDER).operatorText());
        }
        Form form = new Form().add("AlphaSender", name);
        return api.post(
                PRODUCT, path(serviceSid) + "/AlphaSenders", form, json -> Sender.of(Sender.Kind.ALPHA_SENDER, json));
    }

    private Listing<Sender> senders(String path, Sender.Kind kind) throws AccountException {
        String list = switch (kind) {
            case PHONE_NUMBER -> "/PhoneNumbers";
            case ALPHA_SENDER -> "/AlphaSenders";
            case SHORT_CODE -> "/ShortCodes";
        };
        return api.list(PRODUCT, path + list, new Form(), kind.list(), json -> Sender.of(kind, json));
    }

    private static String path(String serviceSid) throws AccountException {
        return PATH + "/" + Values.sid("MG", serviceSid);
    }
}
