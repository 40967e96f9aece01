package dev.ziffer.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of the loopback address. */
public final class Ports {

    // Below the range that the system takes the ports of outgoing connections from, so that none of these gets it.
    private static final int LEAST = 12_000;
    private static final int MOST = 32_000;

    private Ports() {}

    /** A port that nothing listened on a moment ago. */
    public static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LEAST, MOST);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one.
            }
        }
    }
}
