package dev.ziffer.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFileTest {

    @TempDir
    private Path folder;

    @Test
    void isForItsOwnerOnlyAndLeavesNothingBesideIt() throws Exception {
        Path file = folder.resolve("secret");

        PrivateFile.create(file, "content");

        assertThat(file).hasContent("content");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void staysAsTheFirstMadeIt() throws Exception {
        Path file = folder.resolve("secret");

        PrivateFile.create(file, "first");
        PrivateFile.create(file, "second");

        assertThat(file).hasContent("first");
    }
}
