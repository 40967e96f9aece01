package dev.ziffer.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for the JVM this runs in. */
final class Java {

    /** The flags of {@code ./run}. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private Java() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static List<String> command(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(executable());
        command.addAll(FLAGS);
        command.addAll(options);
        command.addAll(List.of(arguments));
        return command;
    }
}
