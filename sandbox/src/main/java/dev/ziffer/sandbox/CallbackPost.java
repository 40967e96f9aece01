package dev.ziffer.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Posts a signed form to an address, and again if the address says so. Leaves this machine by no proxy. */
final class CallbackPost implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CallbackOverrides.CONNECT)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    /**
     * How it went.
     *
     * @param answered the HTTP status of the last answer, 0 if there was none
     */
    record Result(int tries, int answered) {}

    Result post(String url, String authToken, SortedMap<String, String> form) throws InterruptedException {
        CallbackOverrides overrides = CallbackOverrides.of(url);
        String address = address(url);
        String body = form.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("X-Twilio-Signature", Signature.of(authToken, address, form))
                .header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        long end = System.nanoTime() + overrides.total().toNanos();
        for (int tries = 1; ; tries++) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            Duration patience = left.compareTo(overrides.read()) < 0 ? left : overrides.read();
            // Of what is left of the time nothing may be left by now, which a request does not take.
            Duration positive = patience.isPositive() ? patience : Duration.ofMillis(1);
            int answered = 0;
            String failure;
            try {
                answered = answer(request.timeout(positive).build());
                failure = answered < 400 ? "" : answered / 100 + "xx";
            } catch (ConnectException | HttpConnectTimeoutException _) {
                failure = "ct";
            } catch (IOException _) {
                failure = "rt";
            }
            boolean again = !failure.isEmpty() && overrides.retry(failure) && tries <= overrides.retries();
            if (!again || System.nanoTime() >= end) {
                return new Result(tries, answered);
            }
        }
    }

    /** What is answered is not read: it may have no end. */
    private int answer(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    /** The address without its fragment and without a name and password, as it is called and signed. */
    static String address(String url) {
        String address = url.replaceFirst("#.*", "");
        return address.replaceFirst("^(https?://)[^/?@]*@", "$1");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
