package dev.ziffer.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A connection as HTTP/1.1 messages, one at a time, their length given by {@code Content-Length} or none. */
final class Wire {

    private static final String LENGTH = "\r\ncontent-length:";

    private final SocketChannel channel;
    private byte[] bytes = new byte[4096];
    private int filled;

    Wire(SocketChannel channel) {
        this.channel = channel;
    }

    /** The next message whole, headers and body; null while some of it is still to come. */
    @Nullable
    String read() throws IOException {
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, filled * 2);
        }
        int count = channel.read(ByteBuffer.wrap(bytes, filled, bytes.length - filled));
        if (count < 0) {
            throw new EOFException("the connection was closed");
        }
        filled += count;
        String text = new String(bytes, 0, filled, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        if (body < 4 || filled < body + contentLength(text, body)) {
            return null;
        }
        filled = 0;
        return text;
    }

    void write(byte[] message) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(message);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static int contentLength(String text, int end) {
        for (int line = text.indexOf("\r\n"); line + 4 < end; line = text.indexOf("\r\n", line + 2)) {
            if (text.regionMatches(true, line, LENGTH, 0, LENGTH.length())) {
                int from = line + LENGTH.length();
                return Integer.parseInt(
                        text.substring(from, text.indexOf("\r\n", from)).strip());
            }
        }
        return 0;
    }
}
