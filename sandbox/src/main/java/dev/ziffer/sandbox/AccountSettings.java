package dev.ziffer.sandbox;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Twilio, and not its customer, decides about an account; here it can be set.
 *
 * @param balance in US dollars, as Twilio writes it
 * @param verified the numbers that a trial account may send to
 * @param campaign the state of each registration for the United States
 * @param tollFree the state of the verification of the account's toll-free number
 */
record AccountSettings(
        Status status,
        Type type,
        String balance,
        Set<String> verified,
        CampaignState campaign,
        TollFreeState tollFree) {

    static final AccountSettings DEFAULTS = new AccountSettings(
            Status.ACTIVE, Type.FULL, "20.00", Set.of(), CampaignState.PENDING, TollFreeState.PENDING_REVIEW);

    private static final List<String> FIELDS =
            List.of("account", "status", "type", "balance", "verified", "campaign", "tollfree");
    private static final Pattern BALANCE = Pattern.compile("-?\\d{1,9}(\\.\\d{1,5})?");
    private static final int MAX_VERIFIED = 100;

    /** Whether the account can be used. */
    enum Status implements Fields.Choice {
        ACTIVE,
        SUSPENDED,
        CLOSED;

        @Override
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the account is paid for. */
    enum Type implements Fields.Choice {
        FULL("Full"),
        TRIAL("Trial");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** How far a registration for the United States is. */
    enum CampaignState implements Fields.Choice {
        PENDING,
        IN_PROGRESS,
        VERIFIED,
        FAILED,
        SUSPENDED;

        @Override
        public String wireName() {
            return name();
        }
    }

    /** How far the verification of a toll-free number is. */
    enum TollFreeState implements Fields.Choice {
        PENDING_REVIEW,
        IN_REVIEW,
        TWILIO_APPROVED,
        TWILIO_REJECTED;

        @Override
        public String wireName() {
            return name();
        }
    }

    AccountSettings {
        verified = Set.copyOf(verified);
    }

    /** The fields of a request's body. */
    static Fields fields(Request request) throws Request.BadRequest {
        return Fields.of(request, "an account", FIELDS);
    }

    /** Settings of these fields; what is missing is as in {@link #DEFAULTS}. */
    static AccountSettings of(Fields fields) throws Request.BadRequest {
        String balance = fields.value("balance").orElse(DEFAULTS.balance);
        if (!BALANCE.matcher(balance).matches()) {
            throw new Request.BadRequest(400, "balance is an amount such as 20.00.");
        }
        return new AccountSettings(
                fields.choice("status", Status.values(), DEFAULTS.status),
                fields.choice("type", Type.values(), DEFAULTS.type),
                balance,
                verified(fields.value("verified").orElse("")),
                fields.choice("campaign", CampaignState.values(), DEFAULTS.campaign),
                fields.choice("tollfree", TollFreeState.values(), DEFAULTS.tollFree));
    }

    boolean trial() {
        return type == Type.TRIAL;
    }

    boolean active() {
        return status == Status.ACTIVE;
    }

    /** The fields they can be read from. */
    Map<String, Object> json(String accountSid) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", accountSid);
        json.put("status", status.wireName());
        json.put("type", type.wireName());
        json.put("balance", balance);
        json.put("verified", verified.stream().sorted().toList());
        json.put("campaign", campaign.wireName());
        json.put("tollfree", tollFree.wireName());
        return json;
    }

    private static Set<String> verified(String given) throws Request.BadRequest {
        Set<String> numbers = new LinkedHashSet<>();
        for (String part : given.split(",", -1)) {
            if (!part.isBlank()) {
                // A plus sign that was not percent-encoded is a space; a number is meant with or without.
                String number = part.strip().startsWith("+") ? part : "+" + part;
                numbers.add(SendRequest.number(number)
                        .orElseThrow(() -> new Request.BadRequest(
                                400, "verified is a list of numbers such as +4915123456789, with commas between.")));
            }
        }
        if (numbers.size() > MAX_VERIFIED) {
            throw new Request.BadRequest(400, "verified is a list of at most " + MAX_VERIFIED + " numbers.");
        }
        return numbers;
    }
}
