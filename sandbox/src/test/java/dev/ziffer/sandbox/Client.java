package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a sandbox over HTTP as the account of zeros. */
final class Client implements AutoCloseable {

    static final String ZEROS = "0".repeat(32);
    static final String ACCOUNT = "AC" + ZEROS;
    static final String SERVICE = "MG" + ZEROS;
    static final String PHONE = "+4915123456789";
    static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString((ACCOUNT + ":" + ZEROS).getBytes(UTF_8));
    static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    Client(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    URI uri(String path) {
        return sandbox.uri().resolve(path);
    }

    /** Sends a message through the Messaging Service. */
    HttpResponse<String> send(String to, String body) {
        return post(MESSAGES, "To", to, "MessagingServiceSid", SERVICE, "Body", body);
    }

    HttpResponse<String> get(String path) {
        return call("GET", path);
    }

    HttpResponse<String> post(String path, String... form) {
        return call("POST", path, form);
    }

    HttpResponse<String> call(String method, String path, String... form) {
        return call(List.of(ACCOUNT + ":" + ZEROS), method, path, form);
    }

    /** Calls with these credentials, or none if the list is empty. */
    HttpResponse<String> call(List<String> credentials, String method, String path, String... form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(encoded(form)));
        for (String pair : credentials) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
        }
        return exchange(request.build());
    }

    HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String encoded(String... form) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < form.length; i += 2) {
            pairs.add(URLEncoder.encode(form[i], UTF_8) + "=" + URLEncoder.encode(form[i + 1], UTF_8));
        }
        return String.join("&", pairs);
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
