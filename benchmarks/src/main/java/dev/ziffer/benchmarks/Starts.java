package dev.ziffer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long a server takes from the start of its process to its first answer: the median of several, on SQLite, with the
 * tables already there.
 *
 * @param floorSeconds the floor
 * @param plainSeconds Ziffer without a JDK AOT cache
 * @param cachedSeconds Ziffer with one
 */
record Starts(double floorSeconds, double plainSeconds, double cachedSeconds) {

    private static final int TIMES = 7;

    static Starts run(Lab lab, Path jar, Path root, Path directory) throws Exception {
        Path cache = directory.resolve("ziffer.aot");
        makeCache(jar, root, cache, directory.resolve("cache.log"));
        try (Database database = Database.open(Database.SQLITE, Files.createDirectory(directory.resolve("starts")))) {
            Path data = directory.resolve("starts");
            Ziffer plain = new Ziffer(jar, List.of());
            Ziffer cached = new Ziffer(jar, List.of("-XX:AOTCache=" + cache));
            double plainSeconds = median(() -> plain.startProcess(database, lab, data));
            double cachedSeconds = median(() -> cached.startProcess(database, lab, data));
            return new Starts(floor(lab, directory), plainSeconds, cachedSeconds);
        }
    }

    private static double floor(Lab lab, Path directory) throws Exception {
        Path data = Files.createDirectory(directory.resolve("floor-starts"));
        try (Database database = Database.open(Database.SQLITE, data)) {
            return median(() -> new FloorSubject().start(database, lab, data).process());
        }
    }

    private static double median(Start start) throws Exception {
        start.start().close();
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            try (ServerProcess process = start.start()) {
                seconds.add(process.startTime().toNanos() / 1e9);
            }
        }
        Collections.sort(seconds);
        return seconds.get(TIMES / 2);
    }

    /** Makes the cache as {@code ./run} does. */
    private static void makeCache(Path jar, Path root, Path cache, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Java.executable(), root.resolve("tools/Rehearsal.java").toString()));
        command.addAll(Java.command(List.of("-XX:AOTCacheOutput=" + cache, "-jar", jar.toString())));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("The cache was not made:\n" + Files.readString(log));
        }
    }

    private interface Start {
        ServerProcess start() throws Exception;
    }
}
