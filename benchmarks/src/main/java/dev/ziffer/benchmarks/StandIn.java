package dev.ziffer.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stands in for Twilio's message resource and answers at once; the codes it was to deliver can be taken from it. */
final class StandIn {

    static final String ACCOUNT_SID = "AC" + "1".repeat(32);
    static final String SERVICE_SID = "MG" + "1".repeat(32);

    private static final Pattern DIGITS = Pattern.compile("\\d{4,10}");
    private static final Pattern SID = Pattern.compile("SM[0-9a-f]{32}");

    private final EventLoop loop;
    private final ServerSocketChannel acceptor = ServerSocketChannel.open();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private long messages;

    StandIn(EventLoop loop) throws IOException {
        this.loop = loop;
        acceptor.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        loop.execute(() -> {
            try {
                loop.register(acceptor, SelectionKey.OP_ACCEPT, this::accept);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    URI uri() throws IOException {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) acceptor.getLocalAddress()).getPort());
    }

    /** Takes the newest code sent to a number, given as digits; null if none was. */
    @Nullable
    String take(String phone) {
        return codes.remove(phone);
    }

    private void accept(SelectionKey key) throws IOException {
        SocketChannel channel = acceptor.accept();
        Wire wire = new Wire(channel);
        loop.register(channel, SelectionKey.OP_READ, ready -> {
            String request = wire.read();
            if (request != null) {
                wire.write(answer(request).getBytes(StandardCharsets.ISO_8859_1));
            }
        });
    }

    private String answer(String request) {
        boolean created = request.startsWith("POST ");
        if (!created) {
            return answer("200 OK", message(sid(request), "", "", "delivered"));
        }
        String form = request.substring(request.indexOf("\r\n\r\n") + 4);
        String to = parameter(form, "To");
        String body = parameter(form, "Body");
        Matcher code = DIGITS.matcher(body);
        if (code.find()) {
            codes.put(to.replace("+", ""), code.group());
        }
        String sid = "SM%032x".formatted(++messages);
        return answer("201 Created", message(sid, to, body, "accepted"));
    }

    private static String answer(String status, String json) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nTwilio-Request-Id: RQ" + "0".repeat(32)
                + "\r\nContent-Length: " + json.length() + "\r\n\r\n" + json;
    }

    /** The message that a request asks about. */
    private static String sid(String request) {
        Matcher sid = SID.matcher(request);
        return sid.find() ? sid.group() : "";
    }

    /** A message in the shape of Twilio's answer, which a client has to read whole. */
    private static String message(String sid, String to, String body, String status) {
        String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        return """
                {"account_sid": "%1$s", "api_version": "2010-04-01", "body": "%2$s", "date_created": "%3$s", \
                "date_sent": null, "date_updated": "%3$s", "direction": "outbound-api", "error_code": null, \
                "error_message": null, "from": null, "messaging_service_sid": "%4$s", "num_media": "0", \
                "num_segments": "1", "price": "-0.00830", "price_unit": "USD", "sid": "%5$s", "status": "%7$s", \
                "subresource_uris": {"media": "/2010-04-01/Accounts/%1$s/Messages/%5$s/Media.json"}, \
                "to": "%6$s", "uri": "/2010-04-01/Accounts/%1$s/Messages/%5$s.json"}""".formatted(ACCOUNT_SID, body, now, SERVICE_SID, sid, to, status);
    }

    private static String parameter(String form, String name) {
        for (String pair : form.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
