package dev.ziffer.server.console;

import dev.ziffer.server.messages.LedgerEntry;
import dev.ziffer.server.messages.MessageSearch;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Messages as comma-separated values. Numbers are masked in it, as everywhere.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
@Component
final class MessagesCsv {

    /** More than a spreadsheet is pleasant with. */
    static final int MOST = 10_000;

    /** How many pages are looked through that may have found little. */
    private static final int MOST_PAGES = 100;

    private static final int PAGE_SIZE = 500;

    /** Without it, spreadsheets take the file for another encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Spreadsheets take a cell that begins so for a formula, and run it. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n].*");

    private static final String HEADER = line(
            "id",
            "created",
            "updated",
            "state",
            "phone",
            "country",
            "usageType",
            "locale",
            "errorCode",
            "attempt",
            "segments",
            "price",
            "priceUnit",
            "twilioSid",
            "requestId",
            "applicationId",
            "connectorId");

    private final MessageSearch search;

    MessagesCsv(MessageSearch search) {
        this.search = search;
    }

    /** Writes the newest messages that the filter lets through. */
    void write(MessageSearch.Filter filter, Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK + HEADER);
        String before = null;
        int written = 0;
        for (int pages = 0; pages < MOST_PAGES && written < MOST; pages++) {
            MessageSearch.Page page = search.find(filter, before, Math.min(PAGE_SIZE, MOST - written));
            for (LedgerEntry message : page.entries()) {
                out.write(line(message));
                written++;
            }
            before = page.next();
            if (before == null) {
                return;
            }
        }
    }

    private static String line(LedgerEntry message) {
        return line(
                message.id(),
                Instant.ofEpochMilli(message.createdAt()),
                Instant.ofEpochMilli(message.updatedAt()),
                message.state(),
                message.phone(),
                message.country(),
                message.usageType(),
                message.locale(),
                message.errorCode(),
                message.attempt(),
                message.segments(),
                message.price(),
                message.priceUnit(),
                message.twilioSid(),
                message.requestId(),
                message.applicationId(),
                message.connectorId());
    }

    static String line(@Nullable Object... values) {
        return Arrays.stream(values).map(MessagesCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
