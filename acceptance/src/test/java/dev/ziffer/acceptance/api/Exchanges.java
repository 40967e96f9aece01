package dev.ziffer.acceptance.api;

import dev.ziffer.acceptance.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Every exchange of this run with the API. */
final class Exchanges {

    private static final Collection<Recorded> ALL = new ConcurrentLinkedQueue<>();

    private static final int SHOWN = 300;

    private Exchanges() {}

    /**
     * A request and its answer.
     *
     * @param target path and query
     * @param type the body's content type; empty for none
     * @param body the request's body, shortened where it was refused; empty for none
     */
    record Recorded(String method, String target, String type, String body, Answer answer) {

        String path() {
            return target.split("\\?", 2)[0];
        }

        @Override
        public String toString() {
            return method + " " + target + " " + body + "\n  was answered " + answer;
        }
    }

    static void record(String method, String target, String type, byte @Nullable [] body, Answer answer) {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        // What was refused may be large, and is looked at by people only.
        boolean whole = answer.status() < 300 || text.length() <= SHOWN;
        ALL.add(new Recorded(method, target, type, whole ? text : text.substring(0, SHOWN) + "…", answer));
    }

    static List<Recorded> all() {
        return List.copyOf(ALL);
    }
}
