package dev.ziffer.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is measured, and how long.
 *
 * @param subjects {@code floor}, {@code ziffer} or both
 * @param databases {@code sqlite}, {@code postgresql} or both
 * @param parts {@code load}, {@code races}, {@code start}, or some of them
 * @param connections a step of the load for each
 * @param time how long each step lasts
 * @param warmUp cycles that a server is put through before the first step, so that the JVM has compiled it
 * @param jar the extracted jar of the server
 * @param root the folder of the project
 */
record Options(
        List<String> subjects,
        List<String> databases,
        List<String> parts,
        List<Integer> connections,
        Duration time,
        long warmUp,
        Path jar,
        Path root) {

    static final String LOAD = "load";
    static final String RACES = "races";
    static final String START = "start";

    /** Reads {@code --name value} pairs; throws {@link IllegalArgumentException} for what it does not know. */
    static Options of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Give options as '--name value', not '" + arguments[i] + "'");
            }
            given.put(arguments[i].substring(2), arguments[i + 1]);
        }
        Options options = new Options(
                list(given, "only", FloorSubject.NAME, Ziffer.NAME),
                list(given, "db", Database.SQLITE, Database.POSTGRESQL),
                list(given, "parts", LOAD, RACES, START),
                Arrays.stream(take(given, "connections", "1,16,64").split(",", -1))
                        .map(Integer::valueOf)
                        .toList(),
                seconds(take(given, "seconds", "20")),
                Long.parseLong(take(given, "warm-up", "40000")),
                Path.of(take(given, "jar", "ziffer.jar")),
                Path.of(take(given, "root", ".")));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("There is no option --" + String.join(", --", given.keySet()));
        }
        return options;
    }

    private static String take(Map<String, String> given, String name, String otherwise) {
        String value = given.remove(name);
        return value == null ? otherwise : value;
    }

    private static List<String> list(Map<String, String> given, String name, String... known) {
        List<String> chosen = List.of(take(given, name, String.join(",", known)).split(",", -1));
        if (!List.of(known).containsAll(chosen)) {
            throw new IllegalArgumentException("--" + name + " takes " + String.join(", ", known));
        }
        return chosen;
    }

    private static Duration seconds(String text) {
        return Duration.ofSeconds(Long.parseLong(text));
    }
}
