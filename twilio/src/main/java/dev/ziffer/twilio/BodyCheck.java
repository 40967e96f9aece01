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

    /**
     * What phones make a link of: a URL or a bare domain. After {@code @} it is an address of e-mail or the line that
     * browsers read ({@code @example.com #123456}); with a capital letter after the dot it is the end of a sentence
     * without a space.
     *
     * @see <a href="https://wicg.github.io/sms-one-time-codes/">WICG, Origin-bound one-time codes</a>
     */
    private static final Pattern LINK = Pattern.compile("(?i:\\bhttps?://|\\bwww\\.)"
            + "|(?<![@%\\w.-])[A-Za-z0-9-]+\\.(?:[a-z0-9-]+\\.)*(?:[a-z]{2,24}|[A-Z]{2,24})(?![\\w-])");

    /** As long as a language and its country; what the recipient's will be is not known here. */
    private static final String USUAL_LOCALE = "pt-BR";

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
            String shown = "{{" + Problems.shown(unknown) + "}}";
            problems.error(
                    path,
                    "unknown_placeholder",
                    shown + " has no value. Use {{code}}, {{locale}} or {{uiLocales}}.",
                    shown + " hat keinen Wert. Verwenden Sie {{code}}, {{locale}} oder {{uiLocales}}.");
        }
        String body = template.render(new Message("", UsageType.GENERIC, longest(locale), code, Duration.ZERO, 1));
        if (body.length() > LONGEST_BODY) {
            problems.error(
                    path,
                    "too_long",
                    "The message has " + body.length() + " characters; Twilio takes at most " + LONGEST_BODY
                            + ". Shorten the text.",
                    "Die Nachricht hat " + body.length() + " Zeichen; Twilio nimmt höchstens " + LONGEST_BODY
                            + ". Kürzen Sie den Text.");
        } else {
            warn(body, path);
        }
    }

    private static String longest(@Nullable String locale) {
        return locale == null || locale.length() < USUAL_LOCALE.length() ? USUAL_LOCALE : locale;
    }

    private void warn(String body, List<Object> path) {
        Segments segments = Segments.of(body);
        int alone = segments.encoding().alone();
        String encoding = segments.encoding().label();
        if (segments.segments() > 1) {
            problems.warning(
                    path,
                    "several_segments",
                    ("The message takes %d SMS, each charged: %d units of %s, where one SMS holds %d. Shorten the text,"
                                    + " so that it takes one.")
                            .formatted(segments.segments(), segments.units(), encoding, alone),
                    ("Die Nachricht braucht %d SMS, jede wird berechnet: %d Einheiten in %s, eine SMS fasst %d. Kürzen"
                                    + " Sie den Text, damit eine reicht.")
                            .formatted(segments.segments(), segments.units(), encoding, alone));
        }
        segments.offender().ifPresent(character -> {
            String shown = "%s (U+%04X)".formatted(Character.toString(character), character);
            problems.warning(
                    path,
                    "ucs2",
                    shown
                            + " turns the message into UCS-2, where one SMS holds 70 instead of 160 characters. Replace it"
                            + " where the language allows it.",
                    shown + " macht aus der Nachricht UCS-2; eine SMS fasst dann 70 statt 160 Zeichen. Ersetzen Sie es,"
                            + " wenn die Sprache es erlaubt.");
        });
        if (LINK.matcher(body).find()) {
            problems.warning(
                    path,
                    "link",
                    "The message has a link. Carriers filter such messages, and people should learn to distrust them."
                            + " Leave the link out.",
                    "Die Nachricht enthält einen Link. Netzbetreiber filtern solche Nachrichten, und man sollte lernen,"
                            + " ihnen zu misstrauen. Lassen Sie den Link weg.");
        }
    }
}
