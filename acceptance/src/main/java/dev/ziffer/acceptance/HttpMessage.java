package dev.ziffer.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request or an answer as it was on the wire; the body is put together where it came in chunks (RFC 9112, 7.1). */
public record HttpMessage(String startLine, String headers, String body) {

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*([0-9]+)");
    private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:\\s*chunked");
    private static final String END = "\r\n\r\n";

    /** Reads one; null if the connection ends before it begins. */
    public static @Nullable HttpMessage read(InputStream in) throws IOException {
        String head = readUntil(END, in);
        if (head.isEmpty()) {
            return null;
        }
        int line = head.indexOf("\r\n");
        return new HttpMessage(head.substring(0, line), head.substring(line + 2), body(head, in));
    }

    private static String body(String head, InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            body.write(in.readNBytes(Integer.parseInt(length.group(1))));
        } else if (CHUNKED.matcher(head).find()) {
            int chunk;
            do {
                chunk = Integer.parseInt(readUntil("\r\n", in).strip(), 16);
                body.write(in.readNBytes(chunk));
                readUntil("\r\n", in);
            } while (chunk > 0);
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    /** Everything up to and with {@code end}; empty if the connection ends before anything comes. */
    private static String readUntil(String end, InputStream in) throws IOException {
        var read = new StringBuilder();
        while (read.length() < end.length() || read.indexOf(end, read.length() - end.length()) < 0) {
            int next = in.read();
            if (next < 0) {
                if (read.isEmpty()) {
                    return "";
                }
                throw new EOFException("the connection ended within a message");
            }
            read.append((char) next);
        }
        return read.toString();
    }

    /** A parameter of a form in the body; empty where there is none. */
    public String form(String name) {
        return parameter(body, name);
    }

    /** A parameter of the path's query; empty where there is none. */
    public String query(String name) {
        String target = startLine.split(" ", 3)[1];
        int query = target.indexOf('?');
        return query < 0 ? "" : parameter(target.substring(query + 1), name);
    }

    /** The status of an answer. */
    public int status() {
        return Integer.parseInt(startLine.split(" ", 3)[1]);
    }

    /** Whether the sender closes the connection after this. */
    public boolean last() {
        return headers.toLowerCase(Locale.ROOT).contains("connection: close");
    }

    private static String parameter(String form, String name) {
        return Arrays.stream(form.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
