package dev.ziffer.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registrations for the United States: of Messaging Services (A2P 10DLC), and of toll-free numbers.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/usapptoperson-resource">Twilio's UsAppToPerson resource</a>
 * @see <a href="https://www.twilio.com/docs/messaging/api/tollfree-verification-resource">Twilio's Tollfree
 *     Verification resource</a>
 */
final class ComplianceApi {

    private static final String CAMPAIGNS = ServicesApi.SERVICE + "/Compliance/Usa2p";
    private static final String VERIFICATIONS = "/v1/Tollfree/Verifications";

    private ComplianceApi() {}

    static void addTo(Routes routes) {
        routes.on("POST", CAMPAIGNS, ComplianceApi::create);
        routes.on("GET", CAMPAIGNS, ComplianceApi::list);
        routes.on("GET", CAMPAIGNS + "/{Sid}", ComplianceApi::fetch);
        routes.on("GET", VERIFICATIONS, ComplianceApi::verifications);
        routes.on("GET", VERIFICATIONS + "/{Sid}", ComplianceApi::verification);
    }

    private static Answer create(Call call) throws Refusal, Request.BadRequest {
        Campaign campaign = Campaign.of(call.form(), call.now());
        var _ = call.account()
                .senders()
                .change(call.part("ServiceSid"), service -> {
                    if (service.campaign().isPresent()) {
                        throw new Refusal(TwilioError.CONFLICT, "The Messaging Service is registered already.");
                    }
                    return service.with(campaign);
                })
                .orElseThrow(call::notFound);
        return Answer.json(201, json(campaign, call));
    }

    private static Answer list(Call call) throws Refusal {
        List<Campaign> campaigns = ServicesApi.service(call).campaign().stream().toList();
        return Paging.answer(call, "compliance", campaigns, campaign -> json(campaign, call));
    }

    private static Answer fetch(Call call) throws Refusal {
        Campaign campaign = ServicesApi.service(call)
                .campaign()
                .filter(found -> found.sid().equals(call.part("Sid")))
                .orElseThrow(call::notFound);
        return Answer.json(200, json(campaign, call));
    }

    private static Answer verifications(Call call) throws Refusal {
        Optional<String> number = call.query().value("TollfreePhoneNumberSid");
        Optional<String> status = call.query().value("Status");
        List<TollFreeVerification> found = TollFreeVerification.of(call.account()).stream()
                .filter(one ->
                        number.isEmpty() || number.get().equals(one.number().sid()))
                .filter(one ->
                        status.isEmpty() || status.get().equals(one.state().wireName()))
                .toList();
        return Paging.answer(call, "verifications", found, one -> one.json(call));
    }

    private static Answer verification(Call call) throws Refusal {
        return Answer.json(
                200,
                TollFreeVerification.of(call.account())
                        .filter(one -> one.sid().equals(call.part("Sid")))
                        .orElseThrow(call::notFound)
                        .json(call));
    }

    private static Map<String, @Nullable Object> json(Campaign campaign, Call call) {
        String serviceSid = call.part("ServiceSid");
        AccountSettings.CampaignState state = call.account().settings().campaign();
        boolean known = state == AccountSettings.CampaignState.VERIFIED;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sid", campaign.sid());
        json.put("account_sid", call.account().sid());
        json.put("messaging_service_sid", serviceSid);
        json.putAll(campaign.told());
        json.put("campaign_status", state.wireName());
        json.put("campaign_id", known ? "C0SANDBOX" : null);
        json.put("is_externally_registered", false);
        json.put("rate_limits", known ? Map.of("att", Map.of("mps", 75, "msg_class", "S")) : null);
        json.put("date_created", Dates.iso(campaign.created()));
        json.put("date_updated", Dates.iso(campaign.created()));
        json.put("url", call.url("/v1/Services/" + serviceSid + "/Compliance/Usa2p/" + campaign.sid()));
        json.put("mock", false);
        json.put("errors", errors(state));
        return json;
    }

    private static List<Map<String, Object>> errors(AccountSettings.CampaignState state) {
        return state == AccountSettings.CampaignState.FAILED
                ? List.of(Map.of(
                        "error_code",
                        30909,
                        "fields",
                        List.of("MESSAGE_FLOW"),
                        "description",
                        "How people agree to the messages is not said."))
                : List.of();
    }
}
