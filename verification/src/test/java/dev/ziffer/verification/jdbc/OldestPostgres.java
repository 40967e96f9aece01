package dev.ziffer.verification.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The binaries of the oldest PostgreSQL that is supported. The build puts their jars into a folder, because two releases
 * of one artifact cannot be on one class path.
 */
final class OldestPostgres {

    private static final Path JARS = Path.of(System.getProperty("basedir", ""), "target", "oldest-postgres");

    private OldestPostgres() {}

    /** The archive for this system; that for 64-bit Intel where there is no other, which macOS can run. */
    static InputStream binaries(String system, String machine) throws IOException {
        String os = system.toLowerCase(Locale.ROOT);
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(JARS, "*-" + os + "-amd64-*.jar")) {
            for (Path jar : jars) {
                return URI.create("jar:" + jar.toUri() + "!/postgres-" + os + "-x86_64.txz")
                        .toURL()
                        .openStream();
            }
        }
        throw new IOException("no PostgreSQL for " + os + " in " + JARS.toAbsolutePath() + "; build with Maven first");
    }
}
