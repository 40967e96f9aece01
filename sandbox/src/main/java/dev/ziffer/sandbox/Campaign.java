package dev.ziffer.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The registration of a Messaging Service for traffic of programs to phones in the United States (A2P 10DLC). Its state
 * is the account's setting.
 *
 * @param sid {@code QE} and 32 hexadecimal digits
 * @param told what was told at the registration
 * @see <a href="https://www.twilio.com/docs/messaging/api/usapptoperson-resource">Twilio's UsAppToPerson resource</a>
 */
record Campaign(String sid, Map<String, @Nullable Object> told, Instant created) {

    private static final Pattern BRAND = Pattern.compile("BN[0-9a-fA-F]{32}");
    private static final List<String> USECASES = List.of(
            "2FA",
            "ACCOUNT_NOTIFICATION",
            "CUSTOMER_CARE",
            "DELIVERY_NOTIFICATION",
            "FRAUD_ALERT",
            "HIGHER_EDUCATION",
            "LOW_VOLUME",
            "MARKETING",
            "MIXED",
            "POLLING_VOTING",
            "PUBLIC_SERVICE_ANNOUNCEMENT",
            "SECURITY_ALERT",
            "SOLE_PROPRIETOR",
            "STARTER");

    static Campaign of(Form form, Instant now) throws Refusal {
        String brand = required(form, "BrandRegistrationSid");
        if (!BRAND.matcher(brand).matches()) {
            throw invalid("BrandRegistrationSid is BN followed by 32 hexadecimal digits.");
        }
        List<String> samples = form.all("MessageSamples");
        if (samples.size() < 2 || samples.size() > 5) {
            throw invalid("MessageSamples are 2 to 5 samples.");
        }
        for (String sample : samples) {
            checkLength("Each of MessageSamples", sample, 20, 1_024);
        }
        String usecase = required(form, "UsAppToPersonUsecase");
        if (!USECASES.contains(usecase)) {
            throw new Refusal(TwilioError.INVALID_CAMPAIGN_USECASE);
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("brand_registration_sid", brand);
        told.put("description", text(form, "Description", 4_096));
        told.put("message_flow", text(form, "MessageFlow", 2_048));
        told.put("message_samples", List.copyOf(samples));
        told.put("us_app_to_person_usecase", usecase);
        told.put("has_embedded_links", flag(required(form, "HasEmbeddedLinks")));
        told.put("has_embedded_phone", flag(required(form, "HasEmbeddedPhone")));
        told.put("subscriber_opt_in", flag(form.value("SubscriberOptIn").orElse("false")));
        told.put("age_gated", flag(form.value("AgeGated").orElse("false")));
        told.put("direct_lending", flag(form.value("DirectLending").orElse("false")));
        told.put("opt_in_message", form.value("OptInMessage").orElse(null));
        told.put("opt_out_message", form.value("OptOutMessage").orElse(null));
        told.put("help_message", form.value("HelpMessage").orElse(null));
        told.put("opt_in_keywords", form.all("OptInKeywords"));
        told.put("opt_out_keywords", form.all("OptOutKeywords"));
        told.put("help_keywords", form.all("HelpKeywords"));
        told.put("privacy_policy_url", form.value("PrivacyPolicyUrl").orElse(null));
        told.put("terms_and_conditions_url", form.value("TermsAndConditionsUrl").orElse(null));
        return new Campaign(Sids.random("QE"), told, now);
    }

    private static String required(Form form, String name) throws Refusal {
        return form.value(name).orElseThrow(() -> Call.missing(name));
    }

    private static String text(Form form, String name, int max) throws Refusal {
        String text = required(form, name);
        checkLength(name, text, 40, max);
        return text;
    }

    private static void checkLength(String name, String text, int min, int max) throws Refusal {
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            throw invalid(name + " has " + min + " to " + max + " characters.");
        }
    }

    private static boolean flag(String value) {
        return value.equalsIgnoreCase("true");
    }

    private static Refusal invalid(String text) {
        return new Refusal(TwilioError.INVALID_PARAMETER, text);
    }
}
