package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Messaging Service sends from: its numbers and its name.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/phonenumber-resource">Twilio's PhoneNumber resource</a>
 */
final class PoolApi {

    private static final String NUMBERS = ServicesApi.SERVICE + "/PhoneNumbers";
    private static final String NAMES = ServicesApi.SERVICE + "/AlphaSenders";

    private PoolApi() {}

    static void addTo(Routes routes) {
        routes.on("POST", NUMBERS, PoolApi::attach);
        routes.on("GET", NUMBERS, PoolApi::numbers);
        routes.on("GET", NUMBERS + "/{Sid}", call -> Answer.json(200, json(number(call), call)));
        routes.on("DELETE", NUMBERS + "/{Sid}", PoolApi::detach);
        routes.on("POST", NAMES, PoolApi::addName);
        routes.on("GET", NAMES, PoolApi::names);
        routes.on("GET", NAMES + "/{Sid}", call -> Answer.json(200, json(name(call), call)));
        routes.on("DELETE", NAMES + "/{Sid}", PoolApi::removeName);
        routes.on("GET", ServicesApi.SERVICE + "/ShortCodes", PoolApi::shortCodes);
    }

    private static Answer attach(Call call) throws Refusal, Request.BadRequest {
        OwnedNumber attached = call.account()
                .senders()
                .attach(call.required("PhoneNumberSid"), call.part("ServiceSid"), call.now())
                .orElseThrow(call::notFound);
        return Answer.json(201, json(attached, call));
    }

    private static Answer numbers(Call call) throws Refusal {
        List<OwnedNumber> pool =
                call.account().senders().pool(ServicesApi.service(call).sid());
        return Paging.answer(call, "phone_numbers", pool, number -> json(number, call));
    }

    private static Answer detach(Call call) throws Refusal {
        if (!call.account().senders().detach(call.part("Sid"), call.part("ServiceSid"))) {
            throw call.notFound();
        }
        return Answer.NO_CONTENT;
    }

    private static Answer addName(Call call) throws Refusal, Request.BadRequest {
        String name = call.form().value("AlphaSender").orElseThrow(() -> new Refusal(TwilioError.NAME_MISSING));
        if (!SenderName.valid(name)) {
            throw new Refusal(TwilioError.INVALID_NAME);
        }
        if (call.account().settings().trial()) {
            throw new Refusal(TwilioError.NAMES_NOT_ALLOWED);
        }
        AlphaSender added = new AlphaSender(Sids.random("AI"), name, call.now());
        var _ = call.account()
                .senders()
                .change(call.part("ServiceSid"), service -> {
                    Optional<AlphaSender> present = service.alphaSender();
                    if (present.isPresent()) {
                        boolean same = present.get().name().equals(name);
                        throw new Refusal(same ? TwilioError.ALREADY_IN_SERVICE : TwilioError.POOL_FULL);
                    }
                    return service.with(added);
                })
                .orElseThrow(call::notFound);
        return Answer.json(201, json(added, call));
    }

    private static Answer names(Call call) throws Refusal {
        List<AlphaSender> names =
                ServicesApi.service(call).alphaSender().stream().toList();
        return Paging.answer(call, "alpha_senders", names, name -> json(name, call));
    }

    private static Answer removeName(Call call) throws Refusal {
        name(call);
        call.account().senders().change(call.part("ServiceSid"), MessagingService::withoutName);
        return Answer.NO_CONTENT;
    }

    /** The sandbox sells no short codes. */
    private static Answer shortCodes(Call call) throws Refusal {
        ServicesApi.service(call);
        return Paging.answer(call, "short_codes", List.of(), each -> each);
    }

    private static OwnedNumber number(Call call) throws Refusal {
        return call.account()
                .senders()
                .number(call.part("Sid"))
                .filter(number -> number.in(call.part("ServiceSid")))
                .orElseThrow(call::notFound);
    }

    private static AlphaSender name(Call call) throws Refusal {
        return ServicesApi.service(call)
                .alphaSender()
                .filter(name -> name.sid().equals(call.part("Sid")))
                .orElseThrow(call::notFound);
    }

    private static Map<String, Object> json(OwnedNumber number, Call call) {
        Instant since = number.membership().map(OwnedNumber.Membership::since).orElse(number.created());
        Map<String, Object> json = json(number.sid(), "PhoneNumbers", since, call);
        json.put("phone_number", number.number());
        json.put("country_code", number.country());
        json.put("capabilities", number.capabilities().names());
        return json;
    }

    private static Map<String, Object> json(AlphaSender name, Call call) {
        Map<String, Object> json = json(name.sid(), "AlphaSenders", name.created(), call);
        json.put("alpha_sender", name.name());
        json.put("capabilities", List.of("SMS"));
        return json;
    }

    private static Map<String, Object> json(String sid, String resource, Instant since, Call call) {
        String serviceSid = call.part("ServiceSid");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sid", sid);
        json.put("account_sid", call.account().sid());
        json.put("service_sid", serviceSid);
        json.put("date_created", Dates.iso(since));
        json.put("date_updated", Dates.iso(since));
        json.put("url", call.url("/v1/Services/" + serviceSid + "/" + resource + "/" + sid));
        return json;
    }
}
