package dev.ziffer.twilio;

import dev.ziffer.connector.Money;
import dev.ziffer.twilio.AccountException.Reason;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The operator's Twilio account, read and set up through Twilio's API. Safe for use by many threads.
 *
 * <p>A request takes at most 8 seconds; a list takes one for each page, at most 10. Nothing is kept between calls. A
 * change is one request, which is not repeated once it may have reached Twilio.
 */
public final class TwilioAccount {

    private final AccountApi api;

    TwilioAccount(AccountApi api) {
        this.api = api;
    }

    /** What Twilio says about the account; proves that the credentials are right. */
    public AccountState state() throws AccountException {
        try {
            return api.get("api", api.below(".json"), TwilioAccount::state);
        } catch (AccountException e) {
            if (!api.credentials().ofKey() || !forbidden(e)) {
                throw e;
            }
        }
        // To a key that may not read the account Twilio says the same as to a wrong one: only another question tells.
        return api.get("api", api.below("/Messages.json?PageSize=1"), json -> {
            Json.list(json, "messages");
            return AccountState.HIDDEN;
        });
    }

    /** What is left to be spent; empty for a subaccount, which has no balance, and for a key that may not read it. */
    public Optional<Money> balance() throws AccountException {
        try {
            return Optional.of(api.get("api", api.below("/Balance.json"), TwilioAccount::balance));
        } catch (AccountException e) {
            if (e.reason() == Reason.NOT_FOUND
                    || e.reason() == Reason.NOT_ALLOWED
                    || (api.credentials().ofKey() && forbidden(e))) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The account's Messaging Services. */
    public MessagingServices messagingServices() {
        return new MessagingServices(api);
    }

    /** The account's numbers, and those for sale. */
    public PhoneNumbers phoneNumbers() {
        return new PhoneNumbers(api);
    }

    /** What messages and numbers cost. */
    public Prices prices() {
        return new Prices(api);
    }

    /** The countries that the account may send to. */
    public GeoPermissions geoPermissions() {
        return new GeoPermissions(api);
    }

    /** The registrations for sending to the United States. */
    public Registrations registrations() {
        return new Registrations(api);
    }

    /**
     * Tells Twilio that the recipient used the code of a message, from which it learns which ways to a phone work. A
     * message that nobody confirms is left alone. It costs nothing.
     *
     * @param messageSid of a message that was sent with a request for feedback, as the connector's are
     * @see <a href="https://www.twilio.com/docs/messaging/api/message-feedback-resource">Twilio, Message Feedback</a>
     */
    public void confirm(String messageSid) throws AccountException {
        String path = api.below("/Messages/" + Values.messageSid(messageSid) + "/Feedback.json");
        api.post("api", path, new Form().add("Outcome", "confirmed"), json -> Json.text(json, "outcome"));
    }

    private static boolean forbidden(AccountException e) {
        return switch (e.reason()) {
            case WRONG_CREDENTIALS, WRONG_REGION, NOT_ALLOWED -> true;
            default -> false;
        };
    }

    private static AccountState state(JsonNode json) throws IOException {
        return new AccountState(
                Optional.of(Json.text(json, "friendly_name")),
                Json.oneOf(AccountState.Status.values(), json, "status"),
                Json.oneOf(AccountState.Type.values(), json, "type"));
    }

    private static Money balance(JsonNode json) throws IOException {
        return new Money(Json.decimal(json, "balance"), Json.text(json, "currency"));
    }

    /** Which account; nothing secret. */
    @Override
    public String toString() {
        return "TwilioAccount[" + api.credentials().accountSid() + "]";
    }
}
