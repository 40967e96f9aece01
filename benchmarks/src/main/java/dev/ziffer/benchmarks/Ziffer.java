package dev.ziffer.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packaged server, every protection on but the limit of the whole installation.
 *
 * @param jar its extracted jar
 * @param options further options of the JVM
 */
record Ziffer(Path jar, List<String> options) implements Subject {

    static final String NAME = "ziffer";

    private static final String CLIENT_ID = "benchmark";
    private static final String CLIENT_SECRET = "s".repeat(32);
    private static final String MASTER_KEY =
            Base64.getEncoder().encodeToString("an example of thirty-two bytes!!".getBytes(StandardCharsets.US_ASCII));

    private static final String CONNECTOR = """
            {"connectorId": "twilio-short-message-service", "config": {
                "accountSID": "%s", "authToken": "0123456789abcdef0123456789abcdef", "fromMessagingServiceSID": "%s",
                "templates": [
                    {"usageType": "SignIn", "content": "{{code}} is your code."},
                    {"usageType": "Register", "content": "{{code}} is your code."},
                    {"usageType": "ForgotPassword", "content": "{{code}} is your code."},
                    {"usageType": "Generic", "content": "{{code}} is your code."}]}}
            """.formatted(StandIn.ACCOUNT_SID, StandIn.SERVICE_SID);

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Running start(Database database, Lab lab, Path directory) throws IOException, InterruptedException {
        ServerProcess process = startProcess(database, lab, directory);
        String token = token(process.uri());
        call(process.uri(), token, "POST", "/api/connectors", CONNECTOR);
        return new Running(process, token);
    }

    /** Starts the process only: for measuring that. */
    ServerProcess startProcess(Database database, Lab lab, Path directory) throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        Map<String, String> environment = new HashMap<>(Map.of(
                "ZIFFER_PORT", String.valueOf(port),
                "ZIFFER_METRICS_PORT", String.valueOf(ServerProcess.freePort()),
                "ZIFFER_DATA_DIR", directory.toString(),
                "ZIFFER_DATABASE_URL", database.url(),
                "ZIFFER_MASTER_KEY", MASTER_KEY,
                "ZIFFER_MANAGEMENT_CLIENT_ID", CLIENT_ID,
                "ZIFFER_MANAGEMENT_CLIENT_SECRET", CLIENT_SECRET,
                "ZIFFER_TWILIO_API_URL", lab.standIn().uri().toString(),
                "ZIFFER_MAX_SENDS", "0"));
        if (!database.user().isEmpty()) {
            environment.put("ZIFFER_DATABASE_USER", database.user());
        }
        List<String> jvm = new ArrayList<>(options);
        jvm.addAll(List.of("-jar", jar.toString()));
        return ServerProcess.start(Java.command(jvm), environment, port, directory.resolve("server.log"));
    }

    /** Sets how many wrong codes a verification takes. */
    static void setMaxAttempts(Running server, int maxAttempts) throws IOException, InterruptedException {
        call(server.process().uri(), server.token(), "PATCH", "/api/sign-in-exp", """
                {"verificationCodePolicy": {"maxRetryAttempts": %d}}""".formatted(maxAttempts));
    }

    private static String token(URI server) throws IOException, InterruptedException {
        String credentials = CLIENT_ID + ":" + CLIENT_SECRET;
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/oidc/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=all"))
                .build();
        return JSON.readTree(answer(request)).get("access_token").asString();
    }

    private static void call(URI server, String token, String method, String path, String body)
            throws IOException, InterruptedException {
        answer(HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private static String answer(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        }
    }
}
