package dev.ziffer.twilio;

import dev.ziffer.connector.Text;
import dev.ziffer.twilio.AccountException.Reason;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The numbers that the account has and can buy. */
public final class PhoneNumbers {

    private static final String PRODUCT = "api";
    private static final String FOR_SALE = "/AvailablePhoneNumbers";
    private static final String OWNED = "/IncomingPhoneNumbers.json";

    private static final Text MAY_BE_BOUGHT = new Text(
            "No usable answer came from Twilio. The number may have been bought all the same: look at the account's"
                    + " numbers before trying again.",
            "Von Twilio kam keine brauchbare Antwort. Die Nummer ist vielleicht trotzdem gekauft: Sehen Sie bei den"
                    + " Nummern des Kontos nach, bevor Sie es noch einmal versuchen.");

    private final AccountApi api;

    PhoneNumbers(AccountApi api) {
        this.api = api;
    }

    /** The account's numbers; at most 1,000. */
    public Listing<OwnedNumber> owned() throws AccountException {
        return api.list(PRODUCT, api.below(OWNED), new Form(), "incoming_phone_numbers", OwnedNumber::of);
    }

    /**
     * What is for sale in a country; nothing where Twilio has no numbers of it.
     *
     * @param country by ISO 3166-1, in two capital letters
     */
    public Set<NumberType> types(String country) throws AccountException {
        String path = api.below(FOR_SALE + "/" + Values.country(country) + ".json");
        try {
            return api.get(PRODUCT, path, PhoneNumbers::types);
        } catch (AccountException e) {
            return emptyIfNotFound(e, Set.of());
        }
    }

    /** At most 100 numbers that are for sale and can send SMS; none where the country does not have this type. */
    public List<AvailableNumber> search(NumberSearch search) throws AccountException {
        try {
            return api.page(
                            PRODUCT,
                            api.below(FOR_SALE + search.path()),
                            search.query(),
                            "available_phone_numbers",
                            AvailableNumber::of)
                    .items();
        } catch (AccountException e) {
            return emptyIfNotFound(e, List.of());
        }
    }

    /**
     * Buys a number, which costs money at once and every month. It is one request, which is never repeated: after
     * {@link Reason#OUTCOME_UNKNOWN} the account's numbers tell whether it was bought.
     *
     * @param number in E.164
     * @throws AccountException with Twilio's code 21422 if it is no longer for sale; with 21615, 21631, 21649 or 21650 if
     *     an address, a bundle or an identity must be on file first
     */
    public OwnedNumber buy(String number) throws AccountException {
        Form form = new Form().add("PhoneNumber", Values.number(number));
        return api.postOnce(PRODUCT, api.below(OWNED), form, MAY_BE_BOUGHT, OwnedNumber::of);
    }

    private static Set<NumberType> types(JsonNode country) throws IOException {
        JsonNode resources = country.path("subresource_uris");
        if (!resources.isObject()) {
            throw new IOException("the country has no resources");
        }
        var types = EnumSet.noneOf(NumberType.class);
        for (String name : resources.propertyNames()) {
            NumberType.of(name).ifPresent(types::add);
        }
        return Set.copyOf(types);
    }

    private static <T> T emptyIfNotFound(AccountException e, T empty) throws AccountException {
        if (e.reason() == Reason.NOT_FOUND) {
            return empty;
        }
        throw e;
    }
}
