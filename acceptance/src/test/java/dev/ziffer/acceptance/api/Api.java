package dev.ziffer.acceptance.api;

import dev.ziffer.acceptance.Answer;
import dev.ziffer.acceptance.Client;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The API as a program calls it; every exchange is recorded for {@link AgreementTest}. */
final class Api {

    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Client client;
    private final Map<String, String> headers;

    Api(Client client) {
        this(client, Map.of());
    }

    private Api(Client client, Map<String, String> headers) {
        this.client = client;
        this.headers = headers;
    }

    /** The same with a header; empty: without it, also without one that requests have by themselves. */
    Api with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(client, more);
    }

    /** The same without a token. */
    Api anonymous() {
        return with("Authorization", "");
    }

    /** The same for people who read German. */
    Api german() {
        return with("Accept-Language", "de");
    }

    String token() throws Exception {
        return client.token();
    }

    Answer get(String path) throws Exception {
        return call("GET", path, null);
    }

    Answer delete(String path) throws Exception {
        return call("DELETE", path, null);
    }

    Answer post(String path, Object json) throws Exception {
        return call("POST", path, bytes(json));
    }

    Answer patch(String path, Object json) throws Exception {
        return call("PATCH", path, bytes(json));
    }

    /** Posts a form, without a token. */
    Answer form(String path, String form) throws Exception {
        return anonymous()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .call("POST", path, form.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a code for no stated purpose. */
    Answer send(String phone) throws Exception {
        return post("/api/verification-codes", Map.of("phone", phone));
    }

    /** Checks a code for no stated purpose. */
    Answer verify(String phone, String code) throws Exception {
        return post("/api/verification-codes/verify", Map.of("phone", phone, "verificationCode", code));
    }

    /** Calls a method of a path with this body, said to be JSON where nothing else was said. */
    Answer call(String method, String path, byte @Nullable [] body) throws Exception {
        Map<String, String> all = new HashMap<>(headers);
        all.computeIfAbsent("Authorization", _ -> "Bearer " + knownToken());
        if (body != null) {
            all.putIfAbsent("Content-Type", JSON_TYPE);
        }
        HttpRequest.Builder request = client.request(path);
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        Answer answer;
        try {
            answer = client.exchange(request);
        } catch (IOException e) {
            throw new AssertionError("no answer to " + method + " " + path, e);
        }
        Exchanges.record(method, path, all.getOrDefault("Content-Type", ""), body, answer);
        return answer;
    }

    private String knownToken() {
        try {
            return client.token();
        } catch (Exception e) {
            throw new AssertionError("no token", e);
        }
    }

    private static byte[] bytes(Object json) {
        return json instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(json);
    }
}
