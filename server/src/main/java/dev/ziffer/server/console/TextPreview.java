package dev.ziffer.server.console;

import dev.ziffer.connector.Message;
import dev.ziffer.connector.Template;
import dev.ziffer.connector.UsageType;
import dev.ziffer.twilio.Segments;
import java.time.Duration;

/**
 * A text as a phone shows it, and what it takes to send it.
 *
 * @param before what stands before the code
 * @param code the sample code; empty where the text has none
 * @param after what stands behind it
 * @param segments how many SMS it is, in what encoding
 * @param offender the character that makes each SMS shorter; empty for none
 */
public record TextPreview(String before, String code, String after, Segments segments, String offender) {

    static TextPreview of(String content, String code) {
        var template = new Template(UsageType.GENERIC, null, content);
        String text =
                template.render(new Message("+10000000000", UsageType.GENERIC, null, code, Duration.ofMinutes(10), 1));
        Segments segments = Segments.of(text);
        String offender = segments.offender().isPresent()
                ? Character.toString(segments.offender().getAsInt())
                : "";
        int at = template.carriesCode() ? text.indexOf(code) : -1;
        return at < 0
                ? new TextPreview(text, "", "", segments, offender)
                : new TextPreview(text.substring(0, at), code, text.substring(at + code.length()), segments, offender);
    }
}
