package dev.ziffer.acceptance.main;

import dev.ziffer.acceptance.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A fresh clone of this repository in which {@code ./run} is called as a newcomer calls it, on free ports. */
final class Checkout {

    /** What the start screen ends with. */
    private static final String LAST_WORDS = "{\"usageType\": \"Generic\"";

    private final Path folder;
    private final Map<String, String> ports;

    private Checkout(Path folder, Map<String, String> ports) {
        this.folder = folder;
        this.ports = ports;
    }

    static Checkout in(Path parent) throws Exception {
        Path folder = parent.resolve("fresh clone");
        Process clone = new ProcessBuilder(
                        "git", "clone", "--quiet", Path.of("..").toRealPath().toString(), folder.toString())
                .inheritIO()
                .start();
        if (clone.waitFor() != 0) {
            throw new IOException("git could not clone the repository");
        }
        return new Checkout(
                folder,
                Map.of(
                        "ZIFFER_PORT", String.valueOf(Ports.free()),
                        "ZIFFER_SANDBOX_PORT", String.valueOf(Ports.free()),
                        "ZIFFER_METRICS_PORT", String.valueOf(Ports.free())));
    }

    /** Calls {@code ./run} and returns when it has printed its screen. */
    Running run(Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("./run").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("ZIFFER_") || name.equals("JAVA_HOME"));
        builder.environment().putAll(ports);
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader output = process.inputReader();
        List<String> screen = new ArrayList<>();
        String line = output.readLine();
        while (line != null && !line.contains(LAST_WORDS)) {
            screen.add(line);
            line = output.readLine();
        }
        if (line == null) {
            throw new AssertionError("./run ended; it printed:\n" + String.join("\n", screen));
        }
        screen.add(line);
        // What it prints later is read too, or it would stand still.
        Thread.ofVirtual().start(() -> output.lines().forEach(later -> {}));
        return new Running(process, screen);
    }

    /** A server that {@code ./run} has started, and what it has printed. */
    record Running(Process process, List<String> screen) implements AutoCloseable {

        /** The printed command of this number as it stands. */
        String command(int number) {
            return screen.stream()
                    .dropWhile(line -> !line.startsWith("# " + number + "."))
                    .skip(1)
                    .takeWhile(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n"));
        }

        /** The command that is printed as a comment, without the marks that make it one. */
        String comment() {
            return screen.stream()
                    .dropWhile(line -> !line.startsWith("# curl"))
                    .map(line -> line.substring(2))
                    .collect(Collectors.joining("\n"));
        }

        /** Ends it and returns when it has ended. */
        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
