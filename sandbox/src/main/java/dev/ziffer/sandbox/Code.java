package dev.ziffer.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the code in a text. A last line that binds it to a web page names it; else it is the first run of 4 to 10
 * digits, unless that looks like a year and there is another.
 *
 * @see <a href="https://wicg.github.io/sms-one-time-codes/">Origin-bound one-time codes delivered via SMS</a>
 */
final class Code {

    private static final Pattern BOUND = Pattern.compile("(?:^|\\n)@\\S+ #(\\d{4,10})(?: @\\S+)?\\s*$");
    private static final Pattern RUN = Pattern.compile("(?<!\\d)\\d{4,10}(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private Code() {}

    static Optional<String> in(String text) {
        Matcher bound = BOUND.matcher(text);
        if (bound.find()) {
            return Optional.of(bound.group(1));
        }
        List<String> runs = RUN.matcher(text).results().map(MatchResult::group).toList();
        return runs.stream()
                .filter(run -> !YEAR.matcher(run).matches())
                .findFirst()
                .or(() -> runs.stream().findFirst());
    }
}
