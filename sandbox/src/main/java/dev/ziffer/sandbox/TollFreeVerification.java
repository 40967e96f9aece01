package dev.ziffer.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verification of the toll-free number that every account has at first.
 *
 * @param sid {@code HH} and 32 hexadecimal digits
 */
record TollFreeVerification(String sid, OwnedNumber number, AccountSettings.TollFreeState state) {

    /** The number that it is about. */
    static final String NUMBER = "+18005550114";

    /** The account's, as long as it has the number. */
    static Optional<TollFreeVerification> of(Account account) {
        return account.senders()
                .number(FreshAccount.numberSid(account.sid(), NUMBER))
                .map(number -> new TollFreeVerification(
                        "HH" + number.sid().substring(2),
                        number,
                        account.settings().tollFree()));
    }

    Map<String, @Nullable Object> json(Call call) {
        boolean rejected = state == AccountSettings.TollFreeState.TWILIO_REJECTED;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sid", sid);
        json.put("account_sid", call.account().sid());
        json.put("date_created", Dates.iso(number.created()));
        json.put("date_updated", Dates.iso(number.created()));
        json.put("business_name", "Acme");
        json.put("business_country", "US");
        json.put("business_website", "https://acme.example");
        json.put("notification_email", "sms@acme.example");
        json.put("use_case_categories", List.of("TWO_FACTOR_AUTHENTICATION"));
        json.put("use_case_summary", "Codes for people who sign in.");
        json.put("production_message_sample", "123456 is your Acme code.");
        json.put("opt_in_image_urls", List.of("https://acme.example/sign-in.png"));
        json.put("opt_in_type", "WEB_FORM");
        json.put("message_volume", "1,000");
        json.put("tollfree_phone_number_sid", number.sid());
        json.put("tollfree_phone_number", number.number());
        json.put("status", state.wireName());
        json.put("rejection_reason", rejected ? "The picture does not show how people agree." : null);
        json.put("error_code", rejected ? 30509 : null);
        json.put("edit_allowed", rejected);
        json.put("edit_expiration", null);
        json.put("url", call.url("/v1/Tollfree/Verifications/" + sid));
        return json;
    }
}
