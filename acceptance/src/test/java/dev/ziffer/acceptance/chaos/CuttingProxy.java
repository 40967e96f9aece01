package dev.ziffer.acceptance.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a database that ends all its connections at a moment the test chooses. */
final class CuttingProxy implements AutoCloseable {

    private static final int NEVER = Integer.MIN_VALUE;

    /** How a connection ends. */
    enum Cut {
        END_OF_FILE,
        RESET
    }

    private final ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Set<Socket> databases = ConcurrentHashMap.newKeySet();
    private final AtomicInteger left = new AtomicInteger(NEVER);
    private final int port;
    private volatile Cut cut = Cut.END_OF_FILE;

    CuttingProxy(int port) throws IOException {
        this.port = port;
        Thread.startVirtualThread(this::acceptAll);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Forwards so many more requests to the database, then ends every connection instead of forwarding the next one. */
    void cutAfter(int requests, Cut how) {
        cut = how;
        left.set(requests);
    }

    /** Ends nothing any more. */
    void forwardAll() {
        left.set(NEVER);
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket database = new Socket();
                database.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                clients.add(client);
                databases.add(database);
                Thread.startVirtualThread(() -> forward(client, database, true));
                Thread.startVirtualThread(() -> forward(database, client, false));
            }
        } catch (IOException closed) {
            // With the proxy.
        }
    }

    private void forward(Socket from, Socket to, boolean requests) {
        byte[] bytes = new byte[65_536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            int read = in.read(bytes);
            while (read >= 0) {
                if (requests && left.get() != NEVER && left.getAndDecrement() == 0) {
                    cutAll();
                    return;
                }
                to.getOutputStream().write(bytes, 0, read);
                read = in.read(bytes);
            }
        } catch (IOException ended) {
            // By one of the two, or cut.
        }
    }

    private void cutAll() throws IOException {
        for (Socket client : clients) {
            if (cut == Cut.RESET && !client.isClosed()) {
                client.setSoLinger(true, 0);
            }
            client.close();
        }
        for (Socket database : databases) {
            database.close();
        }
        clients.clear();
        databases.clear();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cutAll();
    }
}
