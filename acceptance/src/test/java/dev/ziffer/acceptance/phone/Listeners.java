package dev.ziffer.acceptance.phone;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Programs that listen to the sandbox's events and hold their places. */
final class Listeners implements AutoCloseable {

    private static final byte[] REQUEST = "GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);

    private final List<Socket> sockets = new ArrayList<>();

    Listeners(URI sandbox, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(sandbox.getHost(), sandbox.getPort());
            sockets.add(socket);
            socket.getOutputStream().write(REQUEST);
            if (!new String(socket.getInputStream().readNBytes(12), US_ASCII).endsWith("200")) {
                close();
                throw new IOException("there is no place for listener " + i);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
