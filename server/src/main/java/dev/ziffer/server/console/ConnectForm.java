package dev.ziffer.server.console;

import dev.ziffer.connector.UsageType;
import dev.ziffer.server.connectors.ConnectorDraft;
import dev.ziffer.server.web.Issue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A configuration as the form shows it.
 *
 * @param fields the fields of one line, by their names in the configuration
 * @param texts the templates, those that every configuration needs first
 * @param general what is wrong with no field in particular
 * @param warnings what has no effect, of what the form does not show
 * @param problems how many things keep it from being saved
 */
public record ConnectForm(
        Map<String, Field> fields, List<TextField> texts, List<String> general, List<String> warnings, int problems) {

    /** The fields of one line of text. */
    static final List<String> NAMES = List.of(
            "accountSID",
            "authToken",
            "apiKeySID",
            "apiKeySecret",
            "fromMessagingServiceSID",
            "from",
            "region",
            "edge",
            "host");

    static final String SWITCH = "disableRiskCheck";

    private static final String TEMPLATES = "templates";

    private static final List<String> CREDENTIALS =
            List.of("accountSID", "authToken", "apiKeySID", "apiKeySecret", "region", "edge", "host");

    private static final List<String> SENDER = List.of("fromMessagingServiceSID", "from");

    /** What is not wrong yet while a person has not come to it. */
    private static final Set<String> MISSING = Set.of("required", "empty");

    /**
     * A field of one line.
     *
     * @param value what it holds, a secret as its mask
     * @param problem what is wrong with it; null for nothing, or nothing to be said yet
     * @param complete whether it keeps nothing from being saved
     */
    public record Field(String value, @Nullable String problem, boolean complete) {}

    /**
     * The text for a usage type and a language.
     *
     * @param key the name of the form's field
     * @param usageType what it is for, as the configuration writes it
     * @param locale the language it is for; empty for everyone
     */
    public record TextField(
            String key,
            String usageType,
            String locale,
            String content,
            @Nullable String problem,
            List<String> warnings,
            boolean removable,
            TextPreview preview) {}

    /**
     * A draft as a form.
     *
     * @param check whether what is merely missing is shown too
     * @param code the digits that the previews show
     */
    static ConnectForm of(ConnectorDraft.State draft, boolean check, String code, Locale locale) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String name : NAMES) {
            List<Issue> issues = at(draft.errors(), name);
            String problem = issues.stream()
                    .filter(issue -> check || !MISSING.contains(issue.code()) || asked(name, draft))
                    .findFirst()
                    .map(issue -> issue.in(locale).message())
                    .orElse(null);
            fields.put(name, new Field(draft.config().path(name).asString(""), problem, issues.isEmpty()));
        }
        return new ConnectForm(
                fields,
                texts(draft, code, locale),
                general(draft.errors(), locale),
                general(draft.warnings(), locale),
                draft.errors().size());
    }

    /** A secret is asked for as soon as the account is there, also when another account has made it forgotten. */
    private static boolean asked(String name, ConnectorDraft.State draft) {
        return name.equals("authToken") && draft.config().hasNonNull("accountSID");
    }

    /** Whether the account and what opens it are given. */
    public boolean credentialsComplete() {
        return CREDENTIALS.stream().allMatch(name -> field(name).complete());
    }

    /** Whether it is said who sends. */
    public boolean senderComplete() {
        return SENDER.stream().allMatch(name -> field(name).complete());
    }

    /** Whether every text can be sent. */
    public boolean textsComplete() {
        return general.isEmpty() && texts.stream().allMatch(text -> text.problem() == null);
    }

    /** The field of this name. */
    public Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("there is no field " + name);
        }
        return field;
    }

    private static List<TextField> texts(ConnectorDraft.State draft, String code, Locale locale) {
        List<TextField> texts = new ArrayList<>();
        JsonNode templates = draft.config().path(TEMPLATES);
        for (int i = 0; i < templates.size(); i++) {
            JsonNode template = templates.get(i);
            String usageType = template.path("usageType").asString("");
            String content = template.path("content").asString("");
            String language = template.path("locale").asString("");
            List<Object> path = List.of(TEMPLATES, i);
            texts.add(new TextField(
                    key(usageType, language),
                    usageType,
                    language,
                    content,
                    under(draft.errors(), path).stream()
                            .findFirst()
                            .map(issue -> issue.in(locale).message())
                            .orElse(null),
                    under(draft.warnings(), path).stream()
                            .map(issue -> issue.in(locale).message())
                            .toList(),
                    !language.isEmpty()
                            || UsageType.of(usageType)
                                    .filter(UsageType.required()::contains)
                                    .isEmpty(),
                    TextPreview.of(content, code)));
        }
        texts.sort(Comparator.comparingInt((TextField text) -> order(text.usageType()))
                .thenComparing(TextField::locale));
        return texts;
    }

    /** As the usage types stand; required ones first, unknown ones last. */
    private static int order(String usageType) {
        List<String> names = Stream.concat(UsageType.required().stream(), Arrays.stream(UsageType.values()))
                .map(UsageType::wireName)
                .toList();
        int at = names.indexOf(usageType);
        return at < 0 ? names.size() : at;
    }

    static String key(String usageType, String locale) {
        return "text:" + usageType + ":" + locale;
    }

    private static List<Issue> at(List<Issue> issues, String name) {
        return issues.stream()
                .filter(issue -> issue.path().equals(List.of(name)))
                .toList();
    }

    private static List<Issue> under(List<Issue> issues, List<Object> path) {
        return issues.stream()
                .filter(issue -> issue.path().size() >= path.size()
                        && issue.path().subList(0, path.size()).equals(path))
                .toList();
    }

    /** What no field of the form shows: a text that is missing, or what only the JSON can be wrong in. */
    private static List<String> general(List<Issue> issues, Locale locale) {
        return issues.stream()
                .filter(issue -> issue.path().size() != 1
                        || !NAMES.contains(issue.path().getFirst().toString()))
                .filter(issue -> issue.path().size() < 2
                        || !TEMPLATES.equals(issue.path().getFirst()))
                .map(issue -> issue.in(locale).message())
                .toList();
    }
}
