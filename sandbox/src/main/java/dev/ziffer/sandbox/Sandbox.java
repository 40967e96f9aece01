package dev.ziffer.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running sandbox: Twilio's messaging API and the phone's page on one port of this machine's loopback address. All
 * it knows is in memory and gone when it is closed.
 */
public final class Sandbox implements AutoCloseable {

    static {
        // Read once, when the first HttpServer of the JVM is made. Without them small answers wait for the client's
        // acknowledgement, of more than 200 idle connections some are closed, and so is one that a client that keeps
        // it for 30 seconds is about to use.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxIdleConnections", "1000");
        setUnlessSet("sun.net.httpserver.idleInterval", "300");
        setUnlessSet("sun.net.httpserver.maxReqTime", "60");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Front front;

    private Sandbox(HttpServer server, Front front, ExecutorService threads) {
        this.server = server;
        this.front = front;
        this.threads = threads;
    }

    /**
     * Starts a sandbox and returns once it answers.
     *
     * @throws IOException if the port is taken
     */
    public static Sandbox start(SandboxOptions options) throws IOException {
        HttpServer server = bind(options.port());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        Front front = new Front(options);
        server.createContext("/", front);
        server.start();
        return new Sandbox(server, front, threads);
    }

    private static HttpServer bind(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 1_024);
        } catch (BindException e) {
            throw new IOException("The sandbox cannot listen on port " + port + ": it is in use.", e);
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Where it is reached, without a trailing slash; it takes the place of {@code https://api.twilio.com}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Stops it. Requests that are being answered are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        front.close();
    }
}
