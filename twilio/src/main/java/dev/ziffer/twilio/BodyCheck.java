package dev.ziffer.twilio;

import dev.ziffer.connector.Message;
import dev.ziffer.connector.Template;
import dev.ziffer.connector.UsageType;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at what a template will send, with a code of the real length in it. */
final class BodyCheck {

    /** Twilio refuses longer bodies with 21617. */
    private static final int LONGEST_BODY = 1_600;

    private static final int LONGEST_NAME_SHOWN = 40;

    private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://|\\bwww\\.|\\b[a-z0-9-]++\\.[a-z]{2,24}/");

    private final Problems problems;
    private final String code;

    BodyCheck(Problems problems, int codeLength) {
        this.problems = problems;
        this.code = "0".repeat(codeLength);
    }

    void check(String content, @Nullable String locale, List<Object> path) {
        var template = new Template(UsageType.GENERIC, locale, content);
        if (!template.carriesCode()) {
            problems.error(
                    path,
                    "code_missing",
                    "The text has no {{code}}. Write it where the code belongs.",
                    "Der Text hat kein {{code}}. Setzen Sie es dorthin, wo der Code stehen soll.");
        }
        for (String unknown : template.unknownPlaceholders()) {
            String shown = "{{" + unknown.substring(0, Math.min(unknown.length(), LONGEST_NAME_SHOWN)) + "}}";
            problems.error(
                    path,
                    "unknown_placeholder",
                    shown + " has no value. Known are {{code}}, {{locale}} and {{uiLocales}}.",
                    shown + " hat keinen Wert. Bekannt sind {{code}}, {{locale}} und {{uiLocales}}.");
        }
        String body = template.render(
                new Message("", UsageType.GENERIC, locale == null ? "en" : locale, code, Duration.ZERO, 1));
        if (body.length() > LONGEST_BODY) {
            problems.error(
                    path,
                    "too_long",
                    "The message has " + body.length() + " characters; Twilio takes at most " + LONGEST_BODY + ".",
                    "Die Nachricht hat " + body.length() + " Zeichen; Twilio nimmt höchstens " + LONGEST_BODY + ".");
        } else {
            warn(body, path);
        }
    }

    private void warn(String body, List<Object> path) {
        Segments segments = Segments.of(body);
        int alone = segments.encoding().alone();
        String encoding = segments.encoding().label();
        if (segments.segments() > 1) {
            problems.warning(
                    path,
                    "several_segments",
                    "The message takes %d SMS, each charged: %d units of %s, where one SMS holds %d."
                            .formatted(segments.segments(), segments.units(), encoding, alone),
                    "Die Nachricht braucht %d SMS, jede wird berechnet: %d Einheiten in %s, eine SMS fasst %d."
                            .formatted(segments.segments(), segments.units(), encoding, alone));
        }
        segments.offender().ifPresent(character -> {
            String shown = "%s (U+%04X)".formatted(Character.toString(character), character);
            problems.warning(
                    path,
                    "ucs2",
                    shown + " turns the message into UCS-2, where one SMS holds 70 instead of 160 characters.",
                    shown + " macht die Nachricht zu UCS-2, wo eine SMS 70 statt 160 Zeichen fasst.");
        });
        if (LINK.matcher(body).find()) {
            problems.warning(
                    path,
                    "link",
                    "The message has a link. Carriers filter such messages, and people should learn to distrust them.",
                    "Die Nachricht hat einen Link. Netze filtern solche Nachrichten, und man sollte lernen, ihnen zu"
                            + " misstrauen.");
        }
    }
}
