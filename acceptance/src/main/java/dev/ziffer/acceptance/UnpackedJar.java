package dev.ziffer.acceptance;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The server unpacked, with a cache of the JDK's, as {@code ./run} starts it: in less than half the time of the jar. It is
 * made once for each jar and kept.
 */
final class UnpackedJar {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private static @Nullable List<String> known;

    private UnpackedJar() {}

    /** The command line that runs it; the first to ask waits until it is made. */
    static synchronized List<String> command() throws IOException, InterruptedException {
        List<String> command = known;
        if (command == null) {
            command = prepare();
            known = command;
        }
        return command;
    }

    private static List<String> prepare() throws IOException, InterruptedException {
        Path jar = ServerJar.path();
        Path app = TARGET.resolve("app-" + checksum(jar));
        Path unpacked = app.resolve(jar.getFileName());
        Path cache = app.resolve("cache.aot");
        List<String> server = new ArrayList<>(ServerJar.FLAGS);
        server.addAll(List.of("-jar", unpacked.toString()));
        if (!Files.exists(unpacked)) {
            deleteOthers();
            Path unfinished = TARGET.resolve("app-new");
            run(java(
                    List.of("-Djarmode=tools", "-jar", jar.toString()),
                    List.of("extract", "--destination", unfinished.toString())));
            Files.move(unfinished, app);
        }
        if (!Files.exists(cache)) {
            run(java(
                    List.of("-Xmx64m", "../tools/Rehearsal.java"),
                    java(List.of("-XX:AOTCacheOutput=" + cache), server)));
        }
        return java(List.of("-XX:AOTCache=" + cache), server);
    }

    private static List<String> java(List<String> options, List<String> more) {
        List<String> command = new ArrayList<>(List.of(ServerJar.JAVA));
        command.addAll(options);
        command.addAll(more);
        return command;
    }

    /** Each is larger than the jar. */
    private static void deleteOthers() throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(TARGET, "app-*")) {
            for (Path folder : old) {
                RunFiles.delete(folder);
            }
        }
    }

    private static String checksum(Path jar) throws IOException {
        var checksum = new CRC32();
        checksum.update(Files.readAllBytes(jar));
        return Long.toHexString(checksum.getValue());
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = RunFiles.folder("unpack").resolve("output.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("The server could not be unpacked and rehearsed; see " + log);
        }
    }
}
