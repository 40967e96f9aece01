package dev.ziffer.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Measures what the options ask for, and leaves the table and the raw results in {@code benchmarks/results}. */
final class Benchmark {

    private static final int WARM_UP_CONNECTIONS = 16;
    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(3);
    private static final long MOST_CYCLES = 1_000_000;

    private final Options options;
    private final Lab lab;
    private final Path directory;
    private final PrintStream out;

    private Benchmark(Options options, Lab lab, Path directory, PrintStream out) {
        this.options = options;
        this.lab = lab;
        this.directory = directory;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        Options options = Options.of(arguments);
        Path directory = Files.createTempDirectory("ziffer-benchmark");
        try (Lab lab = Lab.open()) {
            Results results = new Benchmark(options, lab, directory, out).run();
            String table = Table.of(results);
            out.println();
            out.print(table);
            keep(results, table, options.root().resolve("benchmarks/results"));
        } finally {
            delete(directory);
        }
    }

    private Results run() throws Exception {
        List<Measurement> loads = new ArrayList<>();
        for (String database : options.databases()) {
            for (Subject subject : subjects()) {
                loads.add(measure(subject, database));
            }
        }
        return new Results(Results.Machine.here(), loads, starts());
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        if (options.subjects().contains(FloorSubject.NAME)) {
            subjects.add(new FloorSubject());
        }
        if (options.subjects().contains(Ziffer.NAME)) {
            subjects.add(new Ziffer(options.jar(), List.of()));
        }
        return subjects;
    }

    private Measurement measure(Subject subject, String engine) throws Exception {
        Path data = Files.createDirectory(directory.resolve(subject.name() + "-" + engine));
        try (Database database = Database.open(engine, data);
                Subject.Running server = subject.start(database, lab, data)) {
            List<Step> steps = options.parts().contains(Options.LOAD) ? load(subject, server, engine) : List.of();
            long resident = server.process().residentMebibytes();
            long peak = server.process().peakMebibytes();
            Races races = options.parts().contains(Options.RACES) && subject instanceof Ziffer
                    ? Races.run(lab, server)
                    : null;
            return new Measurement(subject.name(), engine, steps, resident, peak, races);
        }
    }

    private List<Step> load(Subject subject, Subject.Running server, String engine) throws InterruptedException {
        String name = subject.name() + ", " + engine;
        out.printf(Locale.ROOT, "%s: warming up for %,d cycles%n", name, options.warmUp());
        Load.run(lab, server, WARM_UP_CONNECTIONS, LONGEST_WARM_UP, options.warmUp());
        List<Step> steps = new ArrayList<>();
        for (int connections : options.connections()) {
            Step step = Load.run(lab, server, connections, options.time(), MOST_CYCLES);
            out.printf(
                    Locale.ROOT,
                    "%s, connections: %d: %,.0f cycles/s, %.2f ms CPU, send p99 %.1f ms, check p99 %.1f ms%n",
                    name,
                    connections,
                    step.cyclesPerSecond(),
                    step.cpuMillisPerCycle(),
                    step.send().p99(),
                    step.check().p99());
            if (step.failures() > 0) {
                out.printf(Locale.ROOT, "  %d failures, the first: %s%n", step.failures(), step.firstFailure());
            }
            steps.add(step);
        }
        return steps;
    }

    private @Nullable Starts starts() throws Exception {
        if (!options.parts().contains(Options.START) || !options.subjects().contains(Ziffer.NAME)) {
            return null;
        }
        out.println("Starting and stopping");
        return Starts.run(lab, options.jar(), options.root(), directory);
    }

    private static void keep(Results results, String table, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("table.md"), table);
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(results);
        Files.writeString(folder.resolve("results.json"), json + "\n");
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
