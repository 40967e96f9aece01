package dev.ziffer.server.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * One thing that is wrong in a request's body.
 *
 * @param path where: names and indexes from the body's root, such as {@code ["templates", 0, "content"]}
 * @param code what, for programs
 * @param text what and how to mend it, for people
 */
public record Issue(List<Object> path, String code, Function<Locale, String> text) {

    /** How many one answer names: more than anybody mends at once. */
    static final int MOST = 100;

    /** An issue whose text is the one of {@code code}. */
    public static Issue at(List<Object> path, String code, Object... arguments) {
        return new Issue(path, code, locale -> ErrorTexts.text(code, locale, arguments));
    }

    /**
     * 400 with all of {@code all}, or the first hundred: in {@code data.issues} for programs, a line each in {@code
     * details}.
     */
    public static RequestError error(String code, List<Issue> all) {
        List<Issue> issues = all.subList(0, Math.min(all.size(), MOST));
        return RequestError.of(HttpStatus.BAD_REQUEST, code)
                .withIssues(issues)
                .withData(locale -> Map.of(
                        "issues", issues.stream().map(issue -> issue.in(locale)).toList()))
                .withDetails(locale ->
                        issues.stream().map(issue -> issue.line(locale)).collect(Collectors.joining("\n")));
    }

    /** The issue in this language. */
    public Localized in(Locale locale) {
        return new Localized(path, code, text.apply(locale));
    }

    private String line(Locale locale) {
        String where = path.stream().map(Object::toString).collect(Collectors.joining("."));
        return where.isEmpty() ? text.apply(locale) : where + ": " + text.apply(locale);
    }

    /** An issue in one language, as answers show it. */
    public record Localized(List<Object> path, String code, String message) {}
}
