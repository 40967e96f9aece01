package dev.ziffer.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which requests there are and what answers them. Paths are written as Twilio's reference does, with {@code {Name}} for
 * a part that varies; of two that match, the first counts.
 */
final class Routes {

    /** Answers the calls of one route. */
    @FunctionalInterface
    interface Handler {

        Answer answer(Call call) throws Refusal, Request.BadRequest;
    }

    private record Route(String method, List<String> path, Handler handler) {

        /** What stands in a path for the names of this route, unless it is another path. */
        Optional<Map<String, String>> parts(List<String> given) {
            if (given.size() != path.size()) {
                return Optional.empty();
            }
            Map<String, String> parts = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String pattern = path.get(i);
                int end = pattern.indexOf('}');
                String ending = pattern.substring(end + 1);
                if (end < 0 ? !pattern.equals(given.get(i)) : !given.get(i).endsWith(ending)) {
                    return Optional.empty();
                }
                if (end >= 0) {
                    String value = given.get(i);
                    parts.put(pattern.substring(1, end), value.substring(0, value.length() - ending.length()));
                }
            }
            return Optional.of(parts);
        }
    }

    private final List<Route> routes = new ArrayList<>();

    void on(String method, String path, Handler handler) {
        routes.add(new Route(method, List.of(path.substring(1).split("/")), handler));
    }

    Answer answer(Call call) throws Refusal, Request.BadRequest {
        boolean known = false;
        for (Route route : routes) {
            Optional<Map<String, String>> parts = route.parts(call.request().path());
            if (parts.isPresent() && route.method().equals(call.request().method())) {
                return route.handler().answer(call.with(parts.get()));
            }
            known |= parts.isPresent();
        }
        throw known ? new Refusal(TwilioError.METHOD_NOT_ALLOWED) : call.notFound();
    }
}
