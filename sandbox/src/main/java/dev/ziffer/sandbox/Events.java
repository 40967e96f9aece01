package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Tells open pages what happens, as Server-Sent Events. A page that does not keep up is cut off; it reconnects and gets
 * the whole state anew.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML Standard, Server-sent events</a>
 */
final class Events {

    private static final int MAX_LISTENERS = 32;
    private static final int MAX_WAITING = 1_000;
    private static final int HEARTBEAT_SECONDS = 15;

    private final List<BlockingQueue<byte[]>> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore places = new Semaphore(MAX_LISTENERS);

    void message(Message message) {
        publish("message", () -> PhoneJson.message(message));
    }

    void incident(Incidents.Incident incident) {
        publish("incident", () -> PhoneJson.incident(incident));
    }

    void removed(Message message) {
        publish("removed", () -> Map.of("id", message.sid()));
    }

    void stopped(String phone, boolean stopped) {
        publish("stopped", () -> Map.of("phone", phone, "stopped", stopped));
    }

    void cleared() {
        publish("cleared", Map::of);
    }

    void fault(Fault fault) {
        publish("fault", fault::json);
    }

    void account(Account account) {
        publish("account", () -> account.settings().json(account.sid()));
    }

    /** Takes one of the places for a listener; false when all are taken. */
    boolean enter() {
        return places.tryAcquire();
    }

    /** Gives the place back. */
    void leave() {
        places.release();
    }

    /** Writes the state and then what happens, until the page is closed or does not keep up. */
    void stream(OutputStream out, Supplier<Object> state) throws IOException, InterruptedException {
        BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
        // Listening before the state is read: what happens in between is told twice, never not at all.
        listeners.add(waiting);
        try {
            out.write(event("state", state.get()));
            out.flush();
            while (listeners.contains(waiting)) {
                byte[] event = waiting.poll(HEARTBEAT_SECONDS, SECONDS);
                out.write(event == null ? ":\n\n".getBytes(UTF_8) : event);
                if (waiting.isEmpty()) {
                    out.flush();
                }
            }
        } finally {
            listeners.remove(waiting);
        }
    }

    private void publish(String name, Supplier<?> data) {
        if (listeners.isEmpty()) {
            return;
        }
        byte[] event = event(name, data.get());
        listeners.removeIf(waiting -> !waiting.offer(event));
    }

    private static byte[] event(String name, Object data) {
        return ("event: " + name + "\ndata: " + Json.MAPPER.writeValueAsString(data) + "\n\n").getBytes(UTF_8);
    }
}
