package dev.ziffer.twilio;

import dev.ziffer.connector.Template;
import dev.ziffer.connector.UsageType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the templates of a configuration. */
final class TemplateReader {

    private static final String KNOWN =
            Arrays.stream(UsageType.values()).map(UsageType::wireName).collect(Collectors.joining(", "));

    private record Slot(UsageType usageType, String locale) {}

    private final Problems problems;
    private final BodyCheck bodyCheck;
    private final List<Template> templates = new ArrayList<>();
    private final Set<UsageType> named = EnumSet.noneOf(UsageType.class);
    private final Set<Slot> slots = new HashSet<>();

    TemplateReader(Problems problems, int codeLength) {
        this.problems = problems;
        this.bodyCheck = new BodyCheck(problems, codeLength);
    }

    /** The templates that could be read; all of them when nothing was reported. */
    List<Template> read(JsonNode list) {
        if (list.isMissingNode() || list.isNull()) {
            problems.error(
                    List.of("templates"),
                    "required",
                    "\"templates\" is missing: give a list of {usageType, content}.",
                    "„templates“ fehlt: Geben Sie eine Liste aus {usageType, content} an.");
            return List.of();
        }
        if (!list.isArray()) {
            problems.error(
                    List.of("templates"),
                    "wrong_type",
                    "\"templates\" must be a list of {usageType, content}.",
                    "„templates“ muss eine Liste aus {usageType, content} sein.");
            return List.of();
        }
        for (int index = 0; index < list.size(); index++) {
            read(list.get(index), List.of("templates", index));
        }
        requireUsageTypes();
        return List.copyOf(templates);
    }

    private void read(JsonNode template, List<Object> path) {
        if (!template.isObject()) {
            problems.error(
                    path,
                    "wrong_type",
                    "A template must be an object with \"usageType\" and \"content\".",
                    "Eine Vorlage muss ein Objekt mit „usageType“ und „content“ sein.");
            return;
        }
        var fields = new Fields(template, path, problems);
        UsageType usageType = usageType(fields);
        String locale = locale(fields);
        String content = fields.text("content");
        if (fields.absent("content")) {
            fields.missing("content", "the text to send, with {{code}}", "Geben Sie den Text mit {{code}} an");
        }
        if (content != null) {
            bodyCheck.check(content, locale, fields.at("content"));
        }
        fields.warnOfOthers();
        if (usageType == null) {
            return;
        }
        named.add(usageType);
        if (locale == null && !fields.absent("locale")) {
            return;
        }
        if (!slots.add(slot(usageType, locale))) {
            String which = usageType.wireName() + (locale == null ? "" : " (" + locale + ")");
            problems.error(
                    path,
                    "duplicate_template",
                    "There is another template for " + which + ". Keep one of them.",
                    "Es gibt schon eine Vorlage für " + which + ". Behalten Sie eine davon.");
        }
        if (content != null) {
            templates.add(new Template(usageType, locale, content));
        }
    }

    private @Nullable UsageType usageType(Fields fields) {
        String name = fields.text("usageType");
        if (fields.absent("usageType")) {
            fields.missing("usageType", "one of " + KNOWN, "Möglich sind " + KNOWN);
        }
        UsageType usageType = name == null ? null : UsageType.of(name).orElse(null);
        if (name != null && usageType == null) {
            problems.error(
                    fields.at("usageType"),
                    "unknown_usage_type",
                    "This usage type is not known. Use one of " + KNOWN + ".",
                    "Dieser Verwendungszweck ist nicht bekannt. Möglich sind " + KNOWN + ".");
        }
        return usageType;
    }

    private @Nullable String locale(Fields fields) {
        String locale = fields.text("locale");
        if (locale == null) {
            return null;
        }
        try {
            new Locale.Builder().setLanguageTag(locale).build();
            return locale;
        } catch (IllformedLocaleException e) {
            problems.error(
                    fields.at("locale"),
                    "malformed_locale",
                    "\"locale\" must be a language tag such as de or pt-BR.",
                    "„locale“ muss ein Sprachkürzel wie de oder pt-BR sein.");
            return null;
        }
    }

    private void requireUsageTypes() {
        for (UsageType required : UsageType.required()) {
            if (!named.contains(required)) {
                problems.error(
                        List.of("templates"),
                        "template_missing",
                        "A template for " + required.wireName() + " is missing. Add one.",
                        "Eine Vorlage für " + required.wireName() + " fehlt. Ergänzen Sie eine.");
            } else if (required == UsageType.GENERIC && !slots.contains(slot(required, null))) {
                problems.error(
                        List.of("templates"),
                        "template_missing",
                        "A template for Generic without a locale is missing: people of other languages would get no"
                                + " code. Add one.",
                        "Eine Vorlage für Generic ohne Sprache fehlt: Wer eine andere Sprache hat, bekäme keinen Code."
                                + " Ergänzen Sie eine.");
            }
        }
    }

    private static Slot slot(UsageType usageType, @Nullable String locale) {
        return new Slot(usageType, locale == null ? "" : locale.toLowerCase(Locale.ROOT));
    }
}
