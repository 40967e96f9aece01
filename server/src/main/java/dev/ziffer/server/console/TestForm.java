package dev.ziffer.server.console;

import dev.ziffer.connector.UsageType;
import dev.ziffer.server.messages.SendRequest;
import dev.ziffer.server.protection.Rules;
import dev.ziffer.server.web.Body;
import dev.ziffer.server.web.RequestError;
import dev.ziffer.verification.PhoneNumber;
import dev.ziffer.verification.PhoneNumberException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Who is to get a test, as the form has it.
 *
 * @param phone as typed
 * @param country whose number it is if it is a national one
 * @param usageType which text
 * @param language in which language; empty for the text for everyone
 */
public record TestForm(String phone, String country, String usageType, String language) {

    /** Takes what was not sent for empty. */
    public TestForm(
            @Nullable String phone, @Nullable String country, @Nullable String usageType, @Nullable String language) {
        this.phone = phone == null ? "" : phone;
        this.country = country == null ? "" : country;
        this.usageType = usageType == null ? "" : usageType;
        this.language = language == null ? "" : language.strip();
    }

    /** What the form begins with. */
    static TestForm fresh(Locale locale) {
        return new TestForm("", Countries.likely(locale), UsageType.GENERIC.wireName(), "");
    }

    /**
     * The request that it makes.
     *
     * @throws RequestError for what is wrong with it, as the API says it
     */
    SendRequest request(Rules rules) {
        return SendRequest.read(
                Body.of(JsonNodeFactory.instance
                        .objectNode()
                        .put("phone", number().digits())
                        .put("usageType", usageType)
                        .put("locale", language)),
                rules);
    }

    private PhoneNumber number() {
        if (!PhoneNumber.regions().contains(country)) {
            throw RequestError.of(HttpStatus.BAD_REQUEST, "phone.unknown_calling_code");
        }
        try {
            return PhoneNumber.parse(phone, country);
        } catch (PhoneNumberException e) {
            throw SendRequest.error(e);
        }
    }
}
