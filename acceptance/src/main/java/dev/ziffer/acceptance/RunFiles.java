package dev.ziffer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The folder of everything that the servers of this run write: logs and data. Emptied when a run begins. */
public final class RunFiles {

    private static final Path ROOT = Path.of("target", "servers").toAbsolutePath();
    private static final AtomicInteger COUNT = new AtomicInteger();

    static {
        try {
            delete(ROOT);
        } catch (IOException e) {
            throw new IllegalStateException("cannot empty " + ROOT, e);
        }
    }

    private RunFiles() {}

    /** The folder. */
    public static Path root() {
        return ROOT;
    }

    /** A new folder in it. */
    static Path folder(String kind) throws IOException {
        return Files.createDirectories(
                ROOT.resolve(String.format(Locale.ROOT, "%03d-%s", COUNT.incrementAndGet(), kind)));
    }

    /** Deletes a folder and everything in it. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
