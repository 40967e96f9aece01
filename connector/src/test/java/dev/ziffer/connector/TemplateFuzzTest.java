package dev.ziffer.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.time.Duration;

/** Compares the rendering of any text with that of a reader that goes through it character by character. */
final class TemplateFuzzTest {

    private static final Message MESSAGE =
            new Message("+14155550132", UsageType.GENERIC, "de-CH", "123456", Duration.ZERO, 1);

    @FuzzTest(maxDuration = "5s")
    @DictionaryEntries({"{{", "}}", "code", "locale", "uiLocales", "{{code}}", "{{ code }}", "__proto__"})
    void rendersEveryText(@NotNull String content) {
        var template = new Template(UsageType.GENERIC, null, content);

        assertEquals(slowly(content), template.render(MESSAGE));
        assertEquals(slowly(content, "code"), template.carriesCode());
    }

    private static String slowly(String content) {
        var text = new StringBuilder();
        for (int at = 0; at < content.length(); ) {
            int end = end(content, at);
            if (end < 0) {
                text.append(content.charAt(at++));
                continue;
            }
            switch (trim(content.substring(at + 2, end))) {
                case "code" -> text.append(MESSAGE.code());
                case "locale", "uiLocales" -> text.append(MESSAGE.locale());
                default -> text.append(content, at, end + 2);
            }
            at = end + 2;
        }
        return text.toString();
    }

    private static boolean slowly(String content, String name) {
        for (int at = 0; at < content.length(); at++) {
            int end = end(content, at);
            if (end >= 0 && trim(content.substring(at + 2, end)).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Where the braces of a placeholder that starts here close; -1 where none starts. */
    private static int end(String content, int start) {
        if (!content.startsWith("{{", start)) {
            return -1;
        }
        int end = start + 2;
        while (end < content.length() && content.charAt(end) != '{' && content.charAt(end) != '}') {
            end++;
        }
        return content.startsWith("}}", end) ? end : -1;
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return (character >= '\t' && character <= '\r') || Character.isSpaceChar(character) || character == '\uFEFF';
    }
}
