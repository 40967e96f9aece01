package dev.ziffer.server.web;

import static dev.ziffer.server.RunningServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ziffer.server.RunningServer;
import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

final class ErrorsTest {

    @AutoClose
    private static final RunningServer server = RunningServer.onSqlite();

    @ParameterizedTest
    @CsvSource({
        "GET, /no-such-thing, 404, request.not_found",
        "GET, /, 404, request.not_found",
        "DELETE, /health, 405, request.method_not_allowed",
        "GET, /a%00b, 400, request.invalid",
        "GET, /a%2Fb, 400, request.invalid",
        "GET, /a;b=c/d, 400, request.invalid",
        "BREW, /health, 400, request.invalid",
        "TRACE, /health, 405, request.method_not_allowed",
    })
    void haveTheirBodyWhoeverRefuses(String method, String path, int status, String code) throws Exception {
        String answer = raw(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("{\"code\":\"" + code + "\",\"message\":\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\nConnection: close\r\n\r\n",
            })
    void haveTheirBodyForWhatIsHardlyHttp(String request) throws Exception {
        assertThat(raw(request)).startsWith("HTTP/1.1 400").contains("{\"code\":\"request.invalid\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/connectors/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n",
                "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /no-such-thing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            })
    void haveTheHeadersOfEveryAnswerOnce(String request) throws Exception {
        assertThat(raw(request).split("\r\n\r\n", -1)[0].lines())
                .containsOnlyOnce("X-Content-Type-Options: nosniff", "Cache-Control: no-store")
                .filteredOn(line -> line.startsWith("X-Request-Id: "))
                .hasSize(1);
    }

    @Test
    void refuseHeadersOverSixteenKibibytes() throws Exception {
        String answer = raw(
                "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: " + "a".repeat(17_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("{\"code\":\"request.invalid\"", "X-Request-Id: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | Unter diesem Pfad gibt es nichts.",
                "de-AT,en;q=0.5 | Unter diesem Pfad gibt es nichts.",
                "fr,de;q=0.8,en;q=0.9 | There is nothing at this path.",
                "fr | There is nothing at this path.",
                "*;q=x | There is nothing at this path.",
            })
    void speakTheCallersLanguage(String acceptLanguage, String message) throws Exception {
        HttpResponse<String> response =
                server.send(server.request("/no-such-thing").header("Accept-Language", acceptLanguage));

        assertThat(json(response).get("message").stringValue()).isEqualTo(message);
    }

    @Test
    void answerJsonEvenToThoseWhoDoNotAcceptIt() throws Exception {
        HttpResponse<String> response = server.send(server.request("/health").header("Accept", "text/html"));

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(json(response).get("code").stringValue()).isEqualTo("request.not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1,\"a\":2}", "{} {}", "[1", "\"phone"})
    void nameJsonThatCannotBeReadAndDoNotRepeatIt(String body) throws Exception {
        HttpResponse<String> response =
                server.send(post(BodyPublishers.ofString(body)).header("Content-Type", "application/json"));

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = json(response);
        assertThat(error.get("code").stringValue()).isEqualTo("guard.invalid_input");
        assertThat(error.at("/data/issues/0/code").stringValue()).isEqualTo("field.not_json");
        assertThat(error.get("details").stringValue()).doesNotContain("phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
    void refuseBodiesThatAreNotJson(String type) throws Exception {
        HttpResponse<String> response =
                server.send(post(BodyPublishers.ofString("phone=1")).header("Content-Type", type));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(json(response).get("code").stringValue()).isEqualTo("request.unsupported_media_type");
    }

    @Test
    void refuseABodyThatSaysItIsTooLong() throws Exception {
        assertTooLarge(post(BodyPublishers.ofString(" ".repeat(65_537))));
    }

    @Test
    void refuseABodyThatTurnsOutTooLong() throws Exception {
        assertTooLarge(post(BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(" ".repeat(65_537).getBytes(StandardCharsets.US_ASCII)))));
    }

    /** What stands in for handlers that fail, each in its own way. */
    static Stream<Exception> failures() {
        var reset = new SocketException("Connection reset");
        return Stream.of(
                new IllegalStateException(new EOFException()),
                new IllegalStateException("a wrapper", reset),
                new EOFException(),
                new IOException("Broken pipe"),
                reset,
                new AsyncRequestNotUsableException("the caller is gone"),
                new HttpMessageNotWritableException("no converter"),
                new ServletException("failed"),
                new ServletException("Handler dispatch failed", new StackOverflowError()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void sayThatAHandlerFailedWhateverItThrew(Exception failure) throws Exception {
        var mappings = server.bean(RequestMappingHandlerMapping.class);
        RequestMappingInfo path = RequestMappingInfo.paths("/failing")
                .options(mappings.getBuilderConfiguration())
                .build();
        mappings.registerMapping(path, new Failing(failure), Failing.class.getMethod("fail"));
        try {
            HttpResponse<String> response = server.get("/failing");

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(json(response).get("code").stringValue()).isEqualTo("server.error");
        } finally {
            mappings.unregisterMapping(path);
        }
    }

    /** A handler that fails. */
    public record Failing(Exception failure) {

        @ResponseBody
        public String fail() throws Exception {
            throw failure;
        }
    }

    @Test
    void nameOnlyTheFirstOfVeryManyIssues() throws Exception {
        String body = "[".repeat(400) + "\"\\u0000\",".repeat(7_000) + "1" + "]".repeat(400);
        HttpResponse<String> response = server.send(
                post(BodyPublishers.ofString("{\"phone\":" + body + "}")).header("Content-Type", "application/json"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).at("/data/issues").size()).isEqualTo(100);
        assertThat(response.body()).hasSizeLessThan(1_000_000);
    }

    private static void assertTooLarge(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = server.send(request.header("Content-Type", "application/json"));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(json(response).get("code").stringValue()).isEqualTo("request.too_large");
    }

    private static HttpRequest.Builder post(HttpRequest.BodyPublisher body) throws Exception {
        return server.request("/api/verification-codes")
                .header("Authorization", "Bearer " + server.accessToken())
                .POST(body);
    }

    private static String raw(String request) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
