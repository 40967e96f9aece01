package dev.ziffer.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Twilio's messages on raw sockets, for what no HTTP server can be told to do: connections reset at a chosen moment,
 * answers held back, nobody listening. Each request to send a message meets the next {@link Reaction}, or else
 * {@link Reaction#ACCEPT}; questions about messages are always answered.
 */
public final class TwilioStandIn implements AutoCloseable {

    private static final Pattern ONE = Pattern.compile("/Messages/(SM[0-9a-f]{32})\\.json");
    private static final Pattern CODE = Pattern.compile("[0-9]{4,10}");

    private final Queue<Reaction> reactions = new ConcurrentLinkedQueue<>();
    private final List<HttpMessage> requests = new CopyOnWriteArrayList<>();
    private final List<Sms> messages = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket listener;

    private TwilioStandIn() throws IOException {
        this.port = Ports.free();
        this.listener = listen();
    }

    public static TwilioStandIn start() throws IOException {
        return new TwilioStandIn();
    }

    /** Where it is reached: what {@code ZIFFER_TWILIO_API_URL} is to be. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** What the next requests to send a message meet, one each. */
    public void next(Reaction... coming) {
        reactions.addAll(List.of(coming));
    }

    /** How many requests to send a message to this number have come, whatever became of them. */
    public int requests(String phone) {
        return Math.toIntExact(requests.stream()
                .filter(request -> request.form("To").equals("+" + phone))
                .count());
    }

    /** The messages to this number that were accepted: each is an SMS that the operator pays. */
    public List<Sms> messages(String phone) {
        return messages.stream().filter(sms -> sms.to().equals("+" + phone)).toList();
    }

    /** All messages that were accepted. */
    public List<Sms> messages() {
        return List.copyOf(messages);
    }

    /** The code in the newest message to this number. */
    public String code(String phone) {
        return code(messages(phone).getLast());
    }

    /** The code in a message. */
    public static String code(Sms sms) {
        Matcher digits = CODE.matcher(sms.body());
        if (!digits.find()) {
            throw new AssertionError("no code in the message");
        }
        return digits.group();
    }

    /** Stops listening, so that connections are refused, and cuts those there are. */
    public void refuse() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    /** Listens again, on the same port. */
    public void listenAgain() throws IOException {
        listener = listen();
    }

    private ServerSocket listen() throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_024);
        Thread.startVirtualThread(() -> acceptAll(socket));
        return socket;
    }

    private void acceptAll(ServerSocket socket) {
        while (true) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread.startVirtualThread(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            while (true) {
                HttpMessage request = HttpMessage.read(connection.getInputStream());
                if (request == null) {
                    return;
                }
                var exchange = new Exchange(connection, request, messages);
                if (request.startLine().startsWith("POST ")) {
                    requests.add(request);
                    Reaction reaction = reactions.poll();
                    (reaction == null ? Reaction.ACCEPT : reaction).to(exchange);
                } else {
                    Matcher one = ONE.matcher(request.startLine());
                    if (one.find()) {
                        exchange.answerOne(one.group(1));
                    } else {
                        exchange.answerList();
                    }
                }
            }
        } catch (IOException cut) {
            // By a reaction, by the server that asked, or by the end of this.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    @Override
    public void close() throws IOException {
        refuse();
    }
}
