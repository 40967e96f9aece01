package dev.ziffer.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be set about a Messaging Service.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/service-resource">Twilio's Service resource</a>
 */
final class ServiceSettings {

    static final List<String> USECASES =
            List.of("notifications", "marketing", "verification", "discussion", "poll", "undeclared");

    private static final int MAX_NAME = 64;

    /** Reads a value that was given, or refuses it. */
    @FunctionalInterface
    private interface Reading {

        @Nullable
        Object of(String parameter, String value) throws Refusal;
    }

    private record Setting(
            String parameter, String name, @Nullable Object otherwise, Reading reading) {}

    private static final List<Setting> ALL = List.of(
            new Setting("FriendlyName", "friendly_name", null, ServiceSettings::name),
            new Setting("InboundRequestUrl", "inbound_request_url", null, ServiceSettings::url),
            new Setting("InboundMethod", "inbound_method", "POST", ServiceSettings::method),
            new Setting("FallbackUrl", "fallback_url", null, ServiceSettings::url),
            new Setting("FallbackMethod", "fallback_method", "POST", ServiceSettings::method),
            new Setting("StatusCallback", "status_callback", null, ServiceSettings::url),
            new Setting("StickySender", "sticky_sender", true, ServiceSettings::flag),
            new Setting("MmsConverter", "mms_converter", true, ServiceSettings::flag),
            new Setting("SmartEncoding", "smart_encoding", true, ServiceSettings::flag),
            new Setting("FallbackToLongCode", "fallback_to_long_code", true, ServiceSettings::flag),
            new Setting("AreaCodeGeomatch", "area_code_geomatch", true, ServiceSettings::flag),
            new Setting("SynchronousValidation", "synchronous_validation", false, ServiceSettings::flag),
            new Setting("ValidityPeriod", "validity_period", SendRequest.MAX_VALIDITY, ServiceSettings::validity),
            new Setting("Usecase", "usecase", "undeclared", ServiceSettings::usecase),
            new Setting("UseInboundWebhookOnNumber", "use_inbound_webhook_on_number", false, ServiceSettings::flag));

    private final Map<String, @Nullable Object> values;

    private ServiceSettings(Map<String, @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Those of a new service; only the name has no default. */
    static ServiceSettings of(Form form) throws Refusal {
        String name = form.value("FriendlyName").orElseThrow(() -> Call.missing("FriendlyName"));
        return named(name).changed(form);
    }

    /** The defaults. */
    static ServiceSettings named(String name) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        ALL.forEach(setting -> values.put(setting.name(), setting.otherwise()));
        values.put("friendly_name", name);
        return new ServiceSettings(values);
    }

    /** These with what a form gives; an address that is given empty is taken away. */
    ServiceSettings changed(Form form) throws Refusal {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        for (Setting setting : ALL) {
            Optional<String> given = form.given(setting.parameter());
            if (given.isPresent()) {
                changed.put(setting.name(), setting.reading().of(setting.parameter(), given.get()));
            }
        }
        return new ServiceSettings(changed);
    }

    Optional<String> statusCallback() {
        return Optional.ofNullable(values.get("status_callback")).map(Object::toString);
    }

    /** How long its messages may wait, in seconds, unless they say otherwise. */
    int validity() {
        return values.get("validity_period") instanceof Integer seconds ? seconds : SendRequest.MAX_VALIDITY;
    }

    Map<String, @Nullable Object> json() {
        return values;
    }

    private static String name(String parameter, String value) throws Refusal {
        if (value.isBlank() || value.codePointCount(0, value.length()) > MAX_NAME) {
            throw invalid(parameter, "a name of 1 to 64 characters");
        }
        return value;
    }

    private static @Nullable String url(String parameter, String value) throws Refusal {
        if (value.isEmpty()) {
            return null;
        }
        return Callback.of(value)
                .orElseThrow(() -> parameter.equals("StatusCallback")
                        ? new Refusal(TwilioError.INVALID_CALLBACK)
                        : invalid(parameter, "an http or https address"))
                .toString();
    }

    private static String method(String parameter, String value) throws Refusal {
        if (value.equals("GET") || value.equals("POST")) {
            return value;
        }
        throw invalid(parameter, "GET or POST");
    }

    private static boolean flag(String parameter, String value) throws Refusal {
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(value);
        }
        throw invalid(parameter, "true or false");
    }

    private static int validity(String parameter, String value) throws Refusal {
        return SendRequest.validity(value);
    }

    private static String usecase(String parameter, String value) throws Refusal {
        if (USECASES.contains(value)) {
            return value;
        }
        throw new Refusal(TwilioError.UNKNOWN_USECASE);
    }

    private static Refusal invalid(String parameter, String form) {
        return new Refusal(TwilioError.INVALID_PARAMETER, parameter + " is " + form + ".");
    }
}
