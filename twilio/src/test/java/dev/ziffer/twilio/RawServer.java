package dev.ziffer.twilio;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that reads each request whole and then does something no HTTP server would. */
final class RawServer implements AutoCloseable {

    /** What the server does with a connection once it has read the request. */
    interface Behaviour {

        /** Closes the connection without an answer. */
        Behaviour CLOSES = (socket, server) -> socket.close();

        /** Resets the connection. */
        Behaviour RESETS = (socket, server) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        };

        /** Says nothing until the server is closed. */
        Behaviour HANGS = (socket, server) -> server.await();

        void act(Socket socket, CountDownLatch server) throws IOException, InterruptedException;

        /** Writes this text and leaves the connection open. */
        static Behaviour writes(String text) {
            return (socket, server) -> {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                server.await();
            };
        }

        /** Writes this text and closes the connection. */
        static Behaviour writesAndCloses(String text) {
            return (socket, server) -> {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                socket.close();
            };
        }
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final Behaviour behaviour;

    RawServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        Thread.startVirtualThread(this::accept);
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** How many requests arrived whole. */
    int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = listener.accept();
                Thread.startVirtualThread(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            readRequest(socket.getInputStream());
            requests.incrementAndGet();
            behaviour.act(socket, closed);
        } catch (IOException | InterruptedException e) {
            // the client went away; the test sees what it saw
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        for (String line : head.toString().lines().toList()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                in.readNBytes(Integer.parseInt(line.substring(15).strip()));
            }
        }
    }
}
