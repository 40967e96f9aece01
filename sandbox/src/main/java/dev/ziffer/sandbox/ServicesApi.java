package dev.ziffer.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messaging Services: create, list, fetch, change, delete.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/service-resource">Twilio's Service resource</a>
 */
final class ServicesApi {

    /** The path of one; those of what belongs to it begin with it. */
    static final String SERVICE = "/v1/Services/{ServiceSid}";

    private static final Map<String, String> PURPOSES = Map.of(
            "notifications", "Tell people what happened.",
            "marketing", "Tell people what is for sale.",
            "verification", "Prove who somebody is, by a code.",
            "discussion", "Let people talk to one another.",
            "poll", "Ask people something.",
            "undeclared", "Not said.");

    private ServicesApi() {}

    static void addTo(Routes routes) {
        routes.on("GET", "/v1/Services/Usecases", _ -> usecases());
        routes.on("POST", "/v1/Services", ServicesApi::create);
        routes.on("GET", "/v1/Services", ServicesApi::list);
        routes.on("GET", SERVICE, call -> Answer.json(200, json(service(call), call)));
        routes.on("POST", SERVICE, ServicesApi::change);
        routes.on("DELETE", SERVICE, ServicesApi::delete);
    }

    /** The service that a path names. */
    static MessagingService service(Call call) throws Refusal {
        return call.account().senders().service(call.part("ServiceSid")).orElseThrow(call::notFound);
    }

    private static Answer create(Call call) throws Refusal, Request.BadRequest {
        ServiceSettings settings = ServiceSettings.of(call.form());
        MessagingService created =
                call.account().senders().add(MessagingService.of(Sids.random("MG"), settings, call.now()));
        return Answer.json(201, json(created, call));
    }

    private static Answer list(Call call) throws Refusal {
        return Paging.answer(call, "services", call.account().senders().services(), service -> json(service, call));
    }

    private static Answer change(Call call) throws Refusal, Request.BadRequest {
        Form form = call.form();
        MessagingService changed = call.account()
                .senders()
                .change(
                        call.part("ServiceSid"),
                        service -> service.with(service.settings().changed(form), call.now()))
                .orElseThrow(call::notFound);
        return Answer.json(200, json(changed, call));
    }

    private static Answer delete(Call call) throws Refusal {
        if (!call.account().senders().removeService(call.part("ServiceSid"))) {
            throw call.notFound();
        }
        return Answer.NO_CONTENT;
    }

    private static Map<String, @Nullable Object> json(MessagingService service, Call call) {
        String url = call.url("/v1/Services/" + service.sid());
        boolean registered = service.campaign().isPresent()
                && call.account().settings().campaign() == AccountSettings.CampaignState.VERIFIED;
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sid", service.sid());
        json.put("account_sid", call.account().sid());
        json.put("date_created", Dates.iso(service.created()));
        json.put("date_updated", Dates.iso(service.updated()));
        json.putAll(service.settings().json());
        json.put("scan_message_content", "inherit");
        json.put("us_app_to_person_registered", registered);
        json.put(
                "links",
                Map.of(
                        "phone_numbers", url + "/PhoneNumbers",
                        "short_codes", url + "/ShortCodes",
                        "alpha_senders", url + "/AlphaSenders",
                        "us_app_to_person", url + "/Compliance/Usa2p"));
        json.put("url", url);
        return json;
    }

    private static Answer usecases() {
        List<Map<String, String>> usecases = ServiceSettings.USECASES.stream()
                .map(name -> Map.of(
                        "usecase",
                        name,
                        "description",
                        "Messages of the kind " + name + ".",
                        "purpose",
                        PURPOSES.getOrDefault(name, "")))
                .toList();
        return Answer.json(200, Map.of("usecases", usecases));
    }
}
