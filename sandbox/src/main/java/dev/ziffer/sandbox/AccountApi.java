package dev.ziffer.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account of Twilio's API, and its balance.
 *
 * @see <a href="https://www.twilio.com/docs/iam/api/account">Twilio's Account resource</a>
 */
final class AccountApi {

    private static final String ACCOUNT = "/2010-04-01/Accounts/{AccountSid}";

    private AccountApi() {}

    static void addTo(Routes routes) {
        routes.on("GET", ACCOUNT + ".json", AccountApi::fetch);
        routes.on("GET", ACCOUNT + "/Balance.json", AccountApi::balance);
    }

    /** Whether a path is that of this account itself, which is shown also when it is suspended or closed. */
    static boolean fetches(List<String> path, Account account) {
        return path.equals(List.of(MessageJson.VERSION, "Accounts", account.sid() + ".json"));
    }

    /** A standard API key may use an account, but not read it. */
    private static Answer fetch(Call call) throws Refusal {
        Account account = call.account();
        if (call.byApiKey() || !call.part("AccountSid").equals(account.sid())) {
            throw new Refusal(TwilioError.AUTHENTICATE, "An API key cannot read the account; its auth token can.");
        }
        String path = MessageJson.path(account.sid());
        AccountSettings settings = account.settings();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sid", account.sid());
        json.put("auth_token", account.identity().authToken());
        json.put("date_created", Dates.rfc2822(account.created()));
        json.put("date_updated", Dates.rfc2822(account.created()));
        json.put("friendly_name", "Ziffer sandbox");
        json.put("owner_account_sid", account.sid());
        json.put("status", settings.status().wireName());
        json.put(
                "subresource_uris",
                Map.of(
                        "available_phone_numbers", path + "/AvailablePhoneNumbers.json",
                        "balance", path + "/Balance.json",
                        "incoming_phone_numbers", path + "/IncomingPhoneNumbers.json",
                        "messages", path + "/Messages.json"));
        json.put("type", settings.type().wireName());
        json.put("uri", path + ".json");
        return Answer.json(200, json);
    }

    private static Answer balance(Call call) {
        Account account = call.account();
        return Answer.json(
                200,
                Map.of(
                        "account_sid", account.sid(),
                        "balance", account.settings().balance(),
                        "currency", "USD"));
    }
}
