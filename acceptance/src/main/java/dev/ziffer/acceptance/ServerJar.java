package dev.ziffer.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged server that is tested. */
public final class ServerJar {

    /** The flags of {@code ./run}. */
    static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError");

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private ServerJar() {}

    /** The command line that runs the jar as it is with these arguments. */
    public static List<String> command(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", path().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The jar itself. */
    public static Path path() throws IOException {
        Path jar = Path.of(System.getProperty("ziffer.jar", "../server/target/ziffer.jar"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(jar)) {
            throw new IOException("There is no server to test: package it first, by mvn -pl server -am package; " + jar
                    + " is missing");
        }
        return jar;
    }
}
