package dev.ziffer.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often and how long a callback is tried, as the fragment of its address may say:
 * {@code #rc=3&rp=ct,rt,5xx&rt=5000&tt=10000}. What is not said, or cannot be, is as Twilio has it by default.
 *
 * @param retries after the first try
 * @param reasons for which failures it is tried again: {@code ct} no connection, {@code rt} no answer, {@code 4xx},
 *     {@code 5xx}, {@code all}
 * @param read how long one try waits for its answer
 * @param total how long all tries take together
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides">Twilio's connection
 *     overrides</a>
 */
record CallbackOverrides(int retries, Set<String> reasons, Duration read, Duration total) {

    static final Duration CONNECT = Duration.ofSeconds(5);

    private static final int LONGEST = 15_000;

    static CallbackOverrides of(String url) {
        int mark = url.indexOf('#');
        Form given = mark < 0 ? Form.EMPTY : Form.parse(url.substring(mark + 1));
        Set<String> reasons =
                Arrays.stream(given.value("rp").orElse("ct").split(",")).collect(Collectors.toUnmodifiableSet());
        return new CallbackOverrides(
                number(given.value("rc"), 0, 5, 1),
                reasons,
                Duration.ofMillis(number(given.value("rt"), 100, LONGEST, LONGEST)),
                Duration.ofMillis(number(given.value("tt"), 100, LONGEST, LONGEST)));
    }

    boolean retry(String reason) {
        return reasons.contains(reason) || reasons.contains("all");
    }

    private static int number(Optional<String> given, int min, int max, int otherwise) {
        try {
            int number = given.map(Integer::parseInt).orElse(otherwise);
            return number >= min && number <= max ? number : otherwise;
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }
}
