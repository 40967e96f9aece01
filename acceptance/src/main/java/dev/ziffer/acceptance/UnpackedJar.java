package dev.ziffer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The server unpacked, with a cache of the JDK's, as {@code ./run} starts it: in less than half the time of the jar. It is
 * made once for each jar and kept.
 */
final class UnpackedJar {

    private static final List<String> COMMAND = prepare();

    private UnpackedJar() {}

    /** The command line that runs it; the first to ask waits until it is made. */
    static List<String> command() {
        return COMMAND;
    }

    private static List<String> prepare() {
        try {
            Path jar = ServerJar.path();
            Path app = Path.of("target", "app-" + checksum(jar)).toAbsolutePath();
            Path unpacked = app.resolve(jar.getFileName());
            Path cache = app.resolve("cache.aot");
            if (!Files.exists(unpacked)) {
                run(List.of(
                        ServerJar.JAVA,
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        "" + app));
            }
            if (!Files.exists(cache)) {
                List<String> rehearsal = new ArrayList<>(List.of(
                        ServerJar.JAVA,
                        "-Xmx64m",
                        "../tools/Rehearsal.java",
                        ServerJar.JAVA,
                        "-XX:AOTCacheOutput=" + cache));
                rehearsal.addAll(ServerJar.FLAGS);
                rehearsal.addAll(List.of("-jar", unpacked.toString()));
                run(rehearsal);
            }
            List<String> command = new ArrayList<>(List.of(ServerJar.JAVA, "-XX:AOTCache=" + cache));
            command.addAll(ServerJar.FLAGS);
            command.addAll(List.of("-jar", unpacked.toString()));
            return List.copyOf(command);
        } catch (IOException e) {
            throw new IllegalStateException("the server cannot be unpacked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server was unpacked", e);
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
