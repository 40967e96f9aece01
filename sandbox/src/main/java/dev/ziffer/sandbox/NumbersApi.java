package dev.ziffer.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The numbers that an account has: list, fetch, buy, give back.
 *
 * @see <a href="https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource">Twilio's
 *     IncomingPhoneNumber resource</a>
 */
final class NumbersApi {

    private static final String NUMBERS = "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers";
    private static final int MAX_NAME = 64;

    private NumbersApi() {}

    static void addTo(Routes routes) {
        routes.on("GET", NUMBERS + ".json", NumbersApi::list);
        routes.on("POST", NUMBERS + ".json", NumbersApi::buy);
        routes.on("GET", NUMBERS + "/{Sid}.json", NumbersApi::fetch);
        routes.on("DELETE", NUMBERS + "/{Sid}.json", NumbersApi::giveBack);
    }

    private static Answer list(Call call) throws Refusal {
        Predicate<String> wanted =
                call.query().value("PhoneNumber").map(DigitPattern::anywhere).orElse(_ -> true);
        Optional<String> name = call.query().value("FriendlyName");
        List<OwnedNumber> found = call.account().senders().numbers().stream()
                .filter(number -> wanted.test(number.number()))
                .filter(number -> name.isEmpty() || name.get().equals(number.friendlyName()))
                .toList();
        String accountSid = call.account().sid();
        return Paging.answer(call, "incoming_phone_numbers", found, number -> NumberJson.of(number, accountSid));
    }

    private static Answer fetch(Call call) throws Refusal {
        OwnedNumber number = call.account().senders().number(call.part("Sid")).orElseThrow(call::notFound);
        return Answer.json(200, NumberJson.of(number, call.account().sid()));
    }

    private static Answer buy(Call call) throws Refusal, Request.BadRequest {
        Form form = call.form();
        AvailableNumber wanted = form.value("PhoneNumber").isPresent()
                ? named(form.value("PhoneNumber").orElseThrow())
                : inArea(form.value("AreaCode").orElseThrow(() -> Call.missing("PhoneNumber")), call.account());
        String name = form.value("FriendlyName").orElse(wanted.number());
        if (name.length() > MAX_NAME) {
            throw new Refusal(TwilioError.INVALID_PARAMETER, "FriendlyName has at most 64 characters.");
        }
        if (call.account().senders().owned(wanted.number()).isPresent()) {
            throw new Refusal(TwilioError.NOT_AVAILABLE);
        }
        if (call.account().settings().trial()) {
            throw new Refusal(TwilioError.TRIAL_HAS_A_NUMBER);
        }
        checkPapers(wanted.kind(), form);
        OwnedNumber bought = call.account()
                .senders()
                .add(new OwnedNumber(
                        Sids.random("PN"),
                        wanted.number(),
                        name,
                        wanted.kind().type(),
                        wanted.kind().capabilities(),
                        wanted.kind().address(),
                        call.now(),
                        null));
        return Answer.json(201, NumberJson.of(bought, call.account().sid()));
    }

    private static Answer giveBack(Call call) throws Refusal {
        if (!call.account().senders().removeNumber(call.part("Sid"))) {
            throw call.notFound();
        }
        return Answer.NO_CONTENT;
    }

    private static AvailableNumber named(String given) throws Refusal {
        String number = SendRequest.number(given).orElseThrow(() -> new Refusal(TwilioError.INVALID_NUMBER));
        return AvailableNumber.of(number).orElseThrow(() -> new Refusal(TwilioError.NOT_AVAILABLE));
    }

    private static AvailableNumber inArea(String area, Account account) throws Refusal {
        return Countries.ALL.stream()
                .flatMap(country -> country.numbers().stream().flatMap(kind -> AvailableNumber.in(country, kind)))
                .filter(number -> area.equals(number.range().area()))
                .filter(number -> account.senders().owned(number.number()).isEmpty())
                .findFirst()
                .orElseThrow(() -> new Refusal(TwilioError.NO_NUMBER_IN_AREA));
    }

    /** That papers are named is enough: the sandbox keeps none. */
    private static void checkPapers(Country.Kind kind, Form form) throws Refusal {
        if (kind.bundle() && form.value("BundleSid").isEmpty()) {
            throw new Refusal(TwilioError.BUNDLE_NEEDED);
        }
        if (!kind.address().equals("none") && form.value("AddressSid").isEmpty()) {
            throw new Refusal(
                    kind.address().equals("local") ? TwilioError.LOCAL_ADDRESS_NEEDED : TwilioError.ADDRESS_NEEDED);
        }
    }
}
