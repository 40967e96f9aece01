package dev.ziffer.server.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A small file for its owner's eyes only (mode 0600), which is there whole or not at all. */
public final class PrivateFile {

    static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFile() {}

    /** Makes the file, on the disk when this returns. A file that is there already stays as it is. */
    public static void create(Path file, String content) throws IOException {
        Path written = write(file, content);
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            // Another server was first; its file counts.
        } finally {
            Files.delete(written);
        }
        forceFolder(file);
    }

    private static Path write(Path file, String content) throws IOException {
        Path written = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new", OWNER_ONLY);
        try (FileChannel channel = FileChannel.open(written, Set.of(StandardOpenOption.WRITE))) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        return written;
    }

    // A name is on the disk when its folder is.
    private static void forceFolder(Path file) throws IOException {
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
