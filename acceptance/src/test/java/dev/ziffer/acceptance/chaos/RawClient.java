package dev.ziffer.acceptance.chaos;

import dev.ziffer.acceptance.HttpMessage;
import dev.ziffer.acceptance.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A connection to a server on which anything can be written. */
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    RawClient(Server server) throws IOException {
        this(server, PATIENCE_MILLIS);
    }

    /** Connects within so many milliseconds, or fails. */
    RawClient(Server server, int connectMillis) throws IOException {
        this.socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), connectMillis);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    RawClient write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** The next answer; empty if the connection was ended without one. */
    Optional<HttpMessage> read() throws IOException {
        try {
            return Optional.ofNullable(HttpMessage.read(socket.getInputStream()));
        } catch (SocketException reset) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
