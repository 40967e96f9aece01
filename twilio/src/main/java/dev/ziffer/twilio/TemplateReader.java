package dev.ziffer.twilio;

import dev.ziffer.connector.Message;
import dev.ziffer.connector.Template;
import dev.ziffer.connector.UsageType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the templates of a configuration and measures what they will send. */
final class TemplateReader {

    /** Twilio refuses longer bodies with 21617. */
    private static final int LONGEST_BODY = 1_600;

    private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://|\\bwww\\.|\\b[a-z0-9-]+\\.[a-z]{2,24}/");

    private static final String KNOWN =
            Arrays.stream(UsageType.values()).map(UsageType::wireName).collect(Collectors.joining(", "));

    private final Problems problems;
    private final String sampleCode;
    private final List<Template> templates = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    TemplateReader(Problems problems, int codeLength) {
        this.problems = problems;
        this.sampleCode = "0".repeat(codeLength);
    }

    List<Template> read(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            problems.error(
                    List.of("templates"),
                    "required",
                    "\"templates\" is missing: give a list of {usageType, content}.",
                    "„templates“ fehlt: Geben Sie eine Liste aus {usageType, content} an.");
            return List.of();
        }
        if (!node.isArray()) {
            problems.error(
                    List.of("templates"),
                    "wrong_type",
                    "\"templates\" must be a list of {usageType, content}.",
                    "„templates“ muss eine Liste aus {usageType, content} sein.");
            return List.of();
        }
        Set<UsageType> named = EnumSet.noneOf(UsageType.class);
        for (int index = 0; index < node.size(); index++) {
            UsageType usageType = template(index, node.get(index));
            if (usageType != null) {
                named.add(usageType);
            }
        }
        requireTypes(named);
        return List.copyOf(templates);
    }

    private @Nullable UsageType template(int index, JsonNode node) {
        if (!node.isObject()) {
            problems.error(
                    List.of("templates", index),
                    "wrong_type",
                    "A template must be an object with \"usageType\" and \"content\".",
                    "Eine Vorlage muss ein Objekt mit „usageType“ und „content“ sein.");
            return null;
        }
        String name = text(index, node, "usageType");
        UsageType usageType = name == null ? null : UsageType.of(name).orElse(null);
        if (name != null && usageType == null) {
            problems.error(
                    List.of("templates", index, "usageType"),
                    "unknown_usage_type",
                    "This usage type is not known. Use one of " + KNOWN + ".",
                    "Dieser Verwendungszweck ist nicht bekannt. Möglich sind " + KNOWN + ".");
        }
        boolean wellFormed = locale(index, node);
        String content = text(index, node, "content");
        if (content != null) {
            measure(index, content, node.path("locale").asString(""));
        }
        if (usageType != null && content != null && wellFormed) {
            keep(
                    index,
                    new Template(usageType, node.path("locale").asStringOpt().orElse(null), content));
        }
        return usageType;
    }

    private void keep(int index, Template template) {
        String locale = template.locale() == null ? "" : template.locale().toLowerCase(Locale.ROOT);
        if (!seen.add(template.usageType().wireName() + " " + locale)) {
            String which = template.usageType().wireName() + (locale.isEmpty() ? "" : " (" + template.locale() + ")");
            problems.error(
                    List.of("templates", index),
                    "duplicate_template",
                    "There is another template for " + which + ". Keep one.",
                    "Es gibt schon eine Vorlage für " + which + ". Behalten Sie eine.");
        }
        templates.add(template);
    }

    private boolean locale(int index, JsonNode node) {
        if (!node.hasNonNull("locale")) {
            return true;
        }
        String locale = text(index, node, "locale");
        if (locale == null) {
            return false;
        }
        try {
            new Locale.Builder().setLanguageTag(locale).build();
            return true;
        } catch (IllformedLocaleException e) {
            problems.error(
                    List.of("templates", index, "locale"),
                    "malformed_locale",
                    "A locale must be a language tag such as de or pt-BR.",
                    "Eine Sprache muss ein Sprachkürzel wie de oder pt-BR sein.");
            return false;
        }
    }

    private void measure(int index, String content, String locale) {
        List<Object> path = List.of("templates", index, "content");
        var template = new Template(UsageType.GENERIC, null, content);
        if (!template.carriesCode()) {
            problems.error(
                    path,
                    "code_missing",
                    "The text has no {{code}}. Write it where the code belongs.",
                    "Der Text hat kein {{code}}. Setzen Sie es dorthin, wo der Code stehen soll.");
        }
        for (String unknown : template.unknownPlaceholders()) {
            problems.error(
                    path,
                    "unknown_placeholder",
                    "{{" + unknown + "}} has no value. Known are {{code}}, {{locale}} and {{uiLocales}}.",
                    "{{" + unknown + "}} hat keinen Wert. Bekannt sind {{code}}, {{locale}} und {{uiLocales}}.");
        }
        String body = template.render(
                new Message("", UsageType.GENERIC, locale.isEmpty() ? "en" : locale, sampleCode, Duration.ZERO, 1));
        if (body.length() > LONGEST_BODY) {
            problems.error(
                    path,
                    "too_long",
                    "The message has " + body.length() + " characters; Twilio takes at most " + LONGEST_BODY + ".",
                    "Die Nachricht hat " + body.length() + " Zeichen; Twilio nimmt höchstens " + LONGEST_BODY + ".");
        } else {
            warn(path, body);
        }
    }

    private void warn(List<Object> path, String body) {
        Segments segments = Segments.of(body);
        if (segments.segments() > 1) {
            problems.warning(
                    path,
                    "several_segments",
                    "The message takes " + segments.segments() + " SMS (" + segments.units() + " units of "
                            + segments.encoding().label() + ", one SMS holds "
                            + segments.encoding().alone() + "). Each is charged.",
                    "Die Nachricht braucht " + segments.segments() + " SMS (" + segments.units() + " Einheiten in "
                            + segments.encoding().label() + ", eine SMS fasst "
                            + segments.encoding().alone() + "). Jede wird berechnet.");
        }
        segments.offender().ifPresent(character -> {
            String shown = "“" + Character.toString(character) + "” (" + String.format("U+%04X", character) + ")";
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
                    "The message has a link. Carriers filter such messages, and people learn to distrust them.",
                    "Die Nachricht enthält einen Link. Netzbetreiber filtern solche Nachrichten, und man lernt, ihnen"
                            + " zu misstrauen.");
        }
    }

    private void requireTypes(Set<UsageType> named) {
        for (UsageType usageType : UsageType.required()) {
            if (!named.contains(usageType)) {
                problems.error(
                        List.of("templates"),
                        "template_missing",
                        "A template for " + usageType.wireName() + " is missing.",
                        "Eine Vorlage für " + usageType.wireName() + " fehlt.");
            }
        }
    }

    private @Nullable String text(int index, JsonNode template, String key) {
        List<Object> path = List.of("templates", index, key);
        JsonNode value = template.path(key);
        if (value.isMissingNode() || value.isNull()) {
            problems.error(path, "required", "\"" + key + "\" is missing.", "„" + key + "“ fehlt.");
        } else if (!value.isString()) {
            problems.error(path, "wrong_type", "\"" + key + "\" must be a text.", "„" + key + "“ muss ein Text sein.");
        } else if (value.stringValue().isBlank()) {
            problems.error(path, "empty", "\"" + key + "\" is empty.", "„" + key + "“ ist leer.");
        } else {
            return value.stringValue();
        }
        return null;
    }
}
