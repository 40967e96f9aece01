package dev.ziffer.acceptance;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A request to a {@link TwilioStandIn} and the means to answer it, or not to. */
public final class Exchange {

    private static final JsonMapper JSON = new JsonMapper();

    private final Socket connection;
    private final HttpMessage request;
    private final List<Sms> messages;

    Exchange(Socket connection, HttpMessage request, List<Sms> messages) {
        this.connection = connection;
        this.request = request;
        this.messages = messages;
    }

    /** Accepts the message: from now on it is an SMS, and the list has it. */
    public Sms accept() {
        String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
        Sms sms = new Sms(sid, request.form("To"), request.form("Body"), Instant.now());
        messages.add(sms);
        return sms;
    }

    /** Says that the message was accepted. */
    public void answerAccepted(Sms sms) throws IOException {
        answer(201, "Created", json(sms, "accepted"));
    }

    /** Says no, by one of Twilio's error codes. */
    public void answerError(int status, int code) throws IOException {
        answer(
                status,
                "Error",
                Map.of(
                        "code",
                        code,
                        "message",
                        "Error " + code,
                        "more_info",
                        "https://www.twilio.com/docs/errors/" + code,
                        "status",
                        status));
    }

    /** Says of the one message that is asked about that it is still where it was. */
    void answerOne(String sid) throws IOException {
        for (Sms sms : messages) {
            if (sms.sid().equals(sid)) {
                answer(200, "OK", json(sms, "accepted"));
                return;
            }
        }
        answerError(404, 20404);
    }

    /** Lists the messages to the number that is asked for, as sent by now, newest first. */
    void answerList() throws IOException {
        String to = request.query("To");
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put(
                "messages",
                messages.reversed().stream()
                        .filter(sms -> sms.to().equals(to))
                        .map(sms -> json(sms, "sent"))
                        .toList());
        page.put("next_page_uri", null);
        answer(200, "OK", page);
    }

    /** Cuts the connection by a TCP reset. */
    public void reset() throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    /** Says nothing until the other side, or the stand-in, ends the connection. */
    public void awaitEnd() throws IOException {
        while (connection.getInputStream().read() >= 0) {
            // Nothing more is expected on it.
        }
    }

    private static Map<String, @Nullable Object> json(Sms sms, String status) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sid", sms.sid());
        json.put("to", sms.to());
        json.put("body", sms.body());
        json.put("status", status);
        json.put("num_segments", "1");
        json.put("error_code", null);
        json.put(
                "date_created",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(sms.createdAt().atOffset(ZoneOffset.UTC)));
        return json;
    }

    /** Answers with this body as JSON. */
    public void answer(int status, String reason, Object json) throws IOException {
        byte[] body = JSON.writeValueAsBytes(json);
        String head = String.format(
                Locale.ROOT,
                "HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nTwilio-Request-Id: RQ%s\r\nContent-Length: %d\r\n\r\n",
                status,
                reason,
                UUID.randomUUID().toString().replace("-", ""),
                body.length);
        byte[] answer = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, answer, 0, head.length());
        System.arraycopy(body, 0, answer, head.length(), body.length);
        connection.getOutputStream().write(answer);
    }
}
