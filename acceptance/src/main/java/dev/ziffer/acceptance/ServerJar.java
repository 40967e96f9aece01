package dev.ziffer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged server that is tested, and how it is started. */
final class ServerJar {

    /** The flags of {@code ./run}. */
    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:+UseCompactObjectHeaders", "-jar");

    private ServerJar() {}

    /** The command line that runs it with these arguments. */
    static List<String> command(String... arguments) throws IOException {
        Path jar = Path.of(System.getProperty("ziffer.jar", "../server/target/ziffer.jar"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(jar)) {
            throw new IOException("There is no server to test: package it first, by mvn -pl server -am package; " + jar
                    + " is missing");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add(jar.toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
