package dev.ziffer.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * What comes of {@value #AT_ONCE} checks of one verification at once, when it takes {@value #CAP} wrong codes.
 *
 * @param wrongCompared of so many wrong codes, how many were compared with the right one
 * @param rightAccepted of the right code so many times, how often it succeeded
 */
record Races(long wrongCompared, long rightAccepted) {

    static final int AT_ONCE = 200;
    static final int CAP = 10;

    static Races run(Lab lab, Subject.Running server) throws Exception {
        Ziffer.setMaxAttempts(server, CAP);
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            String phone = lab.phones().next();
            String right = start(http, lab, server, phone);
            String wrong = right.startsWith("0") ? "1" + right.substring(1) : "0" + right.substring(1);
            long compared = checkAtOnce(http, server, phone, wrong).stream()
                    .filter(answer -> answer.body().contains("\"verification_code.code_mismatch\""))
                    .count();

            String other = lab.phones().next();
            String code = start(http, lab, server, other);
            long accepted = checkAtOnce(http, server, other, code).stream()
                    .filter(answer -> answer.statusCode() == 204)
                    .count();
            return new Races(compared, accepted);
        }
    }

    private static String start(HttpClient http, Lab lab, Subject.Running server, String phone) throws Exception {
        http.send(request(server, "/api/verification-codes", "{\"phone\":\"" + phone + "\"}"), BodyHandlers.ofString());
        return Objects.requireNonNull(lab.standIn().take(phone), "no code was sent");
    }

    private static List<HttpResponse<String>> checkAtOnce(
            HttpClient http, Subject.Running server, String phone, String code) {
        String body = "{\"phone\":\"" + phone + "\",\"verificationCode\":\"" + code + "\"}";
        HttpRequest request = request(server, "/api/verification-codes/verify", body);
        return IntStream.range(0, AT_ONCE)
                .mapToObj(i -> http.sendAsync(request, BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static HttpRequest request(Subject.Running server, String path, String body) {
        URI uri = server.process().uri().resolve(path);
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + server.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}
