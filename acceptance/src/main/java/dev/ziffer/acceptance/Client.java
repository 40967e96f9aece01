package dev.ziffer.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An application that calls the management API. Safe for many threads. */
public final class Client {

    private static final JsonMapper JSON = new JsonMapper();

    /** Longer than the server may ever take. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    private final URI server;
    private final Credentials credentials;
    private volatile @Nullable String token;

    public Client(URI server, Credentials credentials) {
        this.server = server;
        this.credentials = credentials;
    }

    /** The same application at another server, with the token it has from this one. */
    public Client at(Server other) throws IOException, InterruptedException {
        Client client = new Client(other.uri(), credentials);
        client.token = token();
        return client;
    }

    /** Its access token, got when it is first needed. */
    public String token() throws IOException, InterruptedException {
        String known = token;
        if (known != null) {
            return known;
        }
        Answer answer = exchange(request("/oidc/token")
                .header("Authorization", credentials.basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=all")));
        if (answer.status() != 200) {
            throw new AssertionError("no token: " + answer);
        }
        String fresh = answer.json().path("access_token").asString();
        token = fresh;
        return fresh;
    }

    /** A request to a path of the server, without a token, to be completed. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    }

    /** Sends a request as it is. */
    public Answer exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    }

    /** Calls the API with the token and, if there is one, a JSON body. */
    public Answer call(String method, String path, @Nullable Object body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Authorization", "Bearer " + token());
        return exchange(
                body == null
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Sends a code. */
    public Answer send(String phone) throws IOException, InterruptedException {
        return call("POST", "/api/verification-codes", Map.of("phone", phone));
    }

    /** Checks a code. */
    public Answer verify(String phone, String code) throws IOException, InterruptedException {
        return call("POST", "/api/verification-codes/verify", Map.of("phone", phone, "verificationCode", code));
    }

    /** Saves this connector in the place of any other. */
    public Answer saveConnector(TwilioAccount account) throws IOException, InterruptedException {
        return call("POST", "/api/connectors", account.connector());
    }

    /** Changes what new codes are like; see {@code /api/sign-in-exp}. */
    public void policy(Map<String, Integer> policy) throws IOException, InterruptedException {
        Answer answer = call("PATCH", "/api/sign-in-exp", Map.of("verificationCodePolicy", policy));
        if (answer.status() != 200) {
            throw new AssertionError("the policy was refused: " + answer);
        }
    }

    /** What the ledger says of a message. */
    public JsonNode message(String id) throws IOException, InterruptedException {
        Answer answer = call("GET", "/api/messages/" + id, null);
        if (answer.status() != 200) {
            throw new AssertionError("no message " + id + ": " + answer);
        }
        return answer.json();
    }

    /** What the ledger says of all messages to a number, newest first. */
    public JsonNode messages(String phone) throws IOException, InterruptedException {
        return call("GET", "/api/messages?page_size=100&phone=" + phone, null).json();
    }
}
