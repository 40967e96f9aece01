package dev.ziffer.connector;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A code on its way to a phone.
 *
 * @param to the recipient in E.164 form, such as {@code +14155550132}
 * @param usageType what the code is for
 * @param locale the recipient's language as a BCP 47 tag, such as {@code de-CH}; null when not known
 * @param code the digits
 * @param validity how long the code will be good for; nobody should deliver it later
 * @param attempt which send of this code this is: 1, 2, 3 …
 */
public record Message(
        String to, UsageType usageType, @Nullable String locale, String code, Duration validity, int attempt) {

    /** What the message is for and which send it is; neither the number nor the code. */
    @Override
    public String toString() {
        return "Message[" + usageType.wireName() + ", attempt " + attempt + "]";
    }
}
