package dev.ziffer.server.messages;

import dev.ziffer.connector.UsageType;
import dev.ziffer.server.protection.Rules;
import dev.ziffer.server.web.Body;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.PhoneNumberException;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Who is to get a message, what for, and in which language: the fields that every sending request has.
 *
 * @param number who gets it, in a country that is allowed
 * @param usageType what it is for; Generic where the request does not say
 * @param locale the language, as BCP 47 writes it
 */
public record SendRequest(
        PhoneNumber number, UsageType usageType, @Nullable String locale) {

    private static final int LONGEST_PHONE = 32;
    private static final int LONGEST_USAGE_TYPE = 64;
    private static final int LONGEST_LOCALE = 35;

    /**
     * Reads {@code phone}, {@code usageType} and {@code locale}, and checks the body.
     *
     * @throws RequestError {@code guard.invalid_input}, or {@code verification_code.country_not_allowed}
     */
    public static SendRequest read(Body body, Rules rules) {
        PhoneNumber number = phone(body);
        UsageType usageType = usageType(body);
        String locale = locale(body);
        body.check();
        if (number == null) {
            throw new IllegalStateException("a missing number passed the check");
        }
        if (!rules.countries().allow(number)) {
            throw RequestError.of(HttpStatus.BAD_REQUEST, "verification_code.country_not_allowed");
        }
        return new SendRequest(number, usageType, locale);
    }

    /** Reads {@code phone}; null when it cannot be read, which the body's check reports. */
    public static @Nullable PhoneNumber phone(Body body) {
        body.refuse("email");
        String text = body.text("phone", LONGEST_PHONE);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return PhoneNumber.parse(text);
        } catch (PhoneNumberException e) {
            body.report("phone", code(e));
            return null;
        }
    }

    /** The error for a number that a person typed, where there is nothing else that can be wrong. */
    public static RequestError error(PhoneNumberException e) {
        return RequestError.of(HttpStatus.BAD_REQUEST, code(e));
    }

    private static String code(PhoneNumberException e) {
        return "phone." + e.reason().name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code usageType}. */
    public static UsageType usageType(Body body) {
        String text = body.optionalText("usageType", LONGEST_USAGE_TYPE);
        if (text == null) {
            return UsageType.GENERIC;
        }
        return UsageType.of(text).orElseGet(() -> {
            body.report("usageType", "field.unknown_usage_type");
            return UsageType.GENERIC;
        });
    }

    /** Reads {@code locale}. */
    public static @Nullable String locale(Body body) {
        String text = body.optionalText("locale", LONGEST_LOCALE);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            body.report("locale", "field.not_a_language");
            return null;
        }
    }
}
